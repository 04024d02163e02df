package org.moothall.licensing.internal.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The median of each bin and those before and after it, each licence type by itself, so that what only one bin shows is no peak. Where a
 * neighbour is not known the lower of the two that are counts; a bin between two unknown ones counts as it is.
 *
 * @spec admin-guide §18
 */
public final class Smoothing {

    private Smoothing() {}

    /** A bin after smoothing. @param raw before */
    public record Smooth(long bin, Demand raw, Demand value) {}

    /** These bins, which are of one cluster or of all together and in any order; those that nobody knows are passed over. */
    public static List<Smooth> of(List<ClusterBin> bins) {
        SortedMap<Long, Demand> known = new TreeMap<>();
        bins.stream().filter(bin -> !bin.unknown()).forEach(bin -> known.put(bin.bin(), Demand.of(bin.used())));
        List<Smooth> smooth = new ArrayList<>(known.size());
        known.forEach((bin, raw) -> smooth.add(new Smooth(bin, raw, value(raw, bin, known))));
        return smooth;
    }

    private static Demand value(Demand raw, long bin, Map<Long, Demand> known) {
        Demand before = known.get(bin - 1);
        Demand after = known.get(bin + 1);
        if (before == null) {
            return after == null ? raw : raw.min(after);
        }
        return after == null ? raw.min(before) : raw.min(before).max(raw.max(before).min(after));
    }
}
