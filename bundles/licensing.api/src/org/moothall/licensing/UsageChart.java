package org.moothall.licensing;

import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Utilisation over time: a point for each 5 minutes of one day, or a daily peak for each of several days.
 *
 * @param from begin of the first point
 * @param to end of the last
 * @param entitled what was allocated, one for each change that falls into the range and the one before it
 * @spec admin-guide §18
 */
public record UsageChart(Resolution resolution, Instant from, Instant to, List<Point> points, List<Entitlements> entitled) {

    public UsageChart {
        points = List.copyOf(points);
        entitled = List.copyOf(entitled);
    }

    /** What a point stands for. */
    public enum Resolution { FIVE_MINUTES, DAYS }

    /**
     * A point.
     *
     * @param at its begin
     * @param used null when nothing is known of it, which is not the same as nothing used
     * @param missing how many reports are missing: of Call Bridges in five minutes, of five minutes in a day
     */
    public record Point(Instant at, @Nullable Used used, int missing) {}
}
