package org.moothall.licensing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.moothall.servers.ClusterId;

/**
 * The arithmetic of a verdict.
 *
 * @param steps how it came about, one sentence each, in order
 * @param days the days of the last 90 on which more was used than there is, and those that a trial excuses
 */
public record Explanation(Feature feature, Instant at, LicenceStatus status, Rule rule, List<String> steps, List<Day> days) {

    public Explanation {
        steps = List.copyOf(steps);
        days = List.copyOf(days);
    }

    /**
     * A day (UTC).
     *
     * @param counts false when a trial ran, so that it is not counted
     * @param peak its peak after smoothing
     * @param bins the five minutes that were over after smoothing
     */
    public record Day(LocalDate day, boolean counts, Used peak, List<Bin> bins) {
        public Day {
            bins = List.copyOf(bins);
        }
    }

    /**
     * Five minutes.
     *
     * @param used by all clusters
     * @param smoothed median with the five minutes before and after
     * @param clusters who used them
     */
    public record Bin(Instant at, Used used, Used smoothed, List<Share> clusters) {
        public Bin {
            clusters = List.copyOf(clusters);
        }
    }

    /** A cluster's share. @param missing how many of its Call Bridges did not report */
    public record Share(ClusterId cluster, Used used, int missing) {}
}
