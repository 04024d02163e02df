package org.moothall.web.internal.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import org.moothall.web.MetricSource;
import org.osgi.service.component.annotations.Component;

/** How many requests were answered, by class of status, and how long they took together. */
@Component(service = {RequestCounts.class, MetricSource.class})
public final class RequestCounts implements MetricSource {

    private static final int CLASSES = 6;
    private static final int STATUSES_PER_CLASS = 100;
    private static final double NANOS = 1e9;

    private final LongAdder[] counts = new LongAdder[CLASSES];
    private final LongAdder nanos = new LongAdder();

    /** Starts at zero. */
    public RequestCounts() {
        for (int i = 0; i < CLASSES; i++) {
            counts[i] = new LongAdder();
        }
    }

    /** A request was answered with this status after so long. */
    public void answered(int status, long tookNanos) {
        counts[Math.clamp(status / STATUSES_PER_CLASS, 0, CLASSES - 1)].increment();
        nanos.add(tookNanos);
    }

    @Override
    public List<Gauge> gauges() {
        List<Gauge> gauges = new ArrayList<>();
        for (int i = 1; i < CLASSES; i++) {
            gauges.add(new Gauge("moothall_http_requests", "Requests answered since the start.", counts[i].sum(), Map.of("status", i + "xx")));
        }
        gauges.add(new Gauge("moothall_http_request_seconds", "Time spent on all requests since the start.", nanos.sum() / NANOS, Map.of()));
        return gauges;
    }
}
