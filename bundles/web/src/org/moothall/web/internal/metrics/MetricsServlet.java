package org.moothall.web.internal.metrics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.moothall.security.Access;
import org.moothall.security.Caller;
import org.moothall.web.MetricSource;
import org.moothall.web.MetricSource.Gauge;
import org.moothall.web.Requests;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code /metrics}: all figures in Prometheus' text form, for those who have {@code metrics.read}. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/metrics")
@NonNullByDefault({})
public final class MetricsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int FORBIDDEN = 403;

    private final transient Access access;
    private final transient List<MetricSource> sources = new CopyOnWriteArrayList<>();

    /** Made by the component runtime. */
    @Activate
    public MetricsServlet(@Reference Access access) {
        this.access = access;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(MetricSource source) {
        sources.add(source);
    }

    void remove(MetricSource source) {
        sources.remove(source);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!(request.getAttribute(Requests.CALLER) instanceof Caller caller) || !access.may(caller, "metrics.read", null)) {
            response.setStatus(FORBIDDEN);
            return;
        }
        PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        writer.write(text, snapshots());
        response.setContentType(writer.getContentType());
        response.setContentLength(text.size());
        text.writeTo(response.getOutputStream());
    }

    private MetricSnapshots snapshots() {
        Map<String, List<Gauge>> byName = sources.stream().flatMap(source -> source.gauges().stream())
                .collect(Collectors.groupingBy(Gauge::name, TreeMap::new, Collectors.toList()));
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        byName.forEach((name, gauges) -> {
            GaugeSnapshot.Builder one = GaugeSnapshot.builder().name(name).help(gauges.get(0).help());
            gauges.forEach(gauge -> one.dataPoint(GaugeDataPointSnapshot.builder().value(gauge.value()).labels(labels(gauge)).build()));
            all.metricSnapshot(one.build());
        });
        return all.build();
    }

    private static Labels labels(Gauge gauge) {
        Labels.Builder labels = Labels.builder();
        gauge.labels().forEach(labels::label);
        return labels.build();
    }
}
