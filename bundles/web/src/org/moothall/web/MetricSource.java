package org.moothall.web;

import java.util.List;
import java.util.Map;

/** Registered as a service by a domain that has figures to show on {@code /metrics}. Asked at every scrape; must not wait. */
public interface MetricSource {

    /** The figures of this moment. */
    List<Gauge> gauges();

    /**
     * One figure.
     *
     * @param name {@code moothall_<domain>_<what>_<unit>}, letters, digits and underscores
     * @param help one sentence; the same for all figures of this name
     * @param labels few values each, never ids of meetings or people
     */
    record Gauge(String name, String help, double value, Map<String, String> labels) {
        public Gauge {
            if (!name.matches("[a-z][a-z0-9_]{0,99}")) {
                throw new IllegalArgumentException(name);
            }
            labels = Map.copyOf(labels);
        }
    }
}
