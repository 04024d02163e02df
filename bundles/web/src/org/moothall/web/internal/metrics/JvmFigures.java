package org.moothall.web.internal.metrics;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;

import org.moothall.web.MetricSource;
import org.osgi.service.component.annotations.Component;

/** Memory, threads and age of this process. */
@Component(service = MetricSource.class)
public final class JvmFigures implements MetricSource {

    private static final double MILLIS = 1e3;

    @Override
    public List<Gauge> gauges() {
        Runtime runtime = Runtime.getRuntime();
        return List.of(
                gauge("moothall_jvm_heap_used_bytes", "Heap in use.", runtime.totalMemory() - runtime.freeMemory()),
                gauge("moothall_jvm_heap_max_bytes", "Heap at the most.", runtime.maxMemory()),
                gauge("moothall_jvm_threads", "Platform threads.", ManagementFactory.getThreadMXBean().getThreadCount()),
                gauge("moothall_process_uptime_seconds", "Time since the start.", ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS));
    }

    private static Gauge gauge(String name, String help, double value) {
        return new Gauge(name, help, value, Map.of());
    }
}
