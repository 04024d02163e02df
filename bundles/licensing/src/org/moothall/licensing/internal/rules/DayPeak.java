package org.moothall.licensing.internal.rules;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.moothall.licensing.internal.rules.Smoothing.Smooth;

/**
 * The highest smoothed value of each licence type on a day (UTC).
 *
 * @param day number since 1970
 * @param known how many of its bins somebody reported
 * @param complete how many of them everybody reported
 */
public record DayPeak(long day, Demand peak, int known, int complete) {

    /** The days of these bins; the last bin of the day before and the first of the day after take part in smoothing when they are given. */
    public static List<DayPeak> of(List<ClusterBin> bins) {
        SortedMap<Long, DayPeak> days = new TreeMap<>();
        for (Smooth smooth : Smoothing.of(bins)) {
            days.merge(Bins.day(smooth.bin()), new DayPeak(Bins.day(smooth.bin()), smooth.value(), 1, 0), DayPeak::with);
        }
        bins.stream().filter(bin -> !bin.unknown() && bin.missing() == 0)
                .forEach(bin -> days.computeIfPresent(Bins.day(bin.bin()), (day, peak) -> new DayPeak(day, peak.peak, peak.known, peak.complete + 1)));
        return List.copyOf(days.values());
    }

    private DayPeak with(DayPeak other) {
        return new DayPeak(day, peak.max(other.peak), known + other.known, complete + other.complete);
    }
}
