package org.moothall.licensing.internal.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Snapshots of a cluster's hosts to bins: whatever order they come in and however often, the bins are the same.
 *
 * <p>A host's last snapshot in a bin stands for the bin. Hosts report about every five minutes, by their own clock, so a bin may fall
 * between two reports; then a snapshot of the last minute before the bin stands for it. A bin in which a host has neither is not known of it.
 */
public final class Binning {

    /** How many seconds before a bin a snapshot may be that stands for it. */
    public static final int EARLY = 60;
    private static final Comparator<Figures> LARGER = IntStream.range(0, Figures.COUNT).boxed()
            .map(i -> Comparator.comparingInt((Figures figures) -> figures.get(i))).reduce(Comparator::thenComparing).orElseThrow();

    private final List<HostSpan> hosts;
    private final Map<String, NavigableMap<Long, Figures>> told = new HashMap<>();

    /** @param snapshots those within the bins that are wanted and {@link #EARLY} seconds before them; others do no harm */
    public Binning(List<HostSpan> hosts, Collection<Snapshot> snapshots) {
        this.hosts = List.copyOf(hosts);
        snapshots.forEach(snapshot -> told.computeIfAbsent(snapshot.host(), host -> new TreeMap<>()).merge(snapshot.at(), snapshot.figures(), Binning::larger));
    }

    /** Of two things that a host tells of one moment, the same one whichever came first. */
    public static Figures larger(Figures one, Figures other) {
        return LARGER.compare(one, other) >= 0 ? one : other;
    }

    /** The bins from one to another, both included, in which a host is expected or has told something. */
    public List<ClusterBin> bins(long from, long to) {
        List<ClusterBin> bins = new ArrayList<>();
        for (long bin = from; bin <= to; bin++) {
            ClusterBin made = bin(bin);
            if (made.expected() > 0 || made.known() > 0) {
                bins.add(made);
            }
        }
        return bins;
    }

    private ClusterBin bin(long bin) {
        List<Figures> known = new ArrayList<>();
        int expected = 0;
        for (HostSpan host : hosts) {
            Optional<Figures> figures = told(host.host(), bin);
            figures.ifPresent(known::add);
            expected += host.expectedIn(bin) || figures.isPresent() ? 1 : 0;
        }
        return new ClusterBin(bin, Figures.together(known), known.size(), expected);
    }

    private Optional<Figures> told(String host, long bin) {
        Entry<Long, Figures> last = told.getOrDefault(host, new TreeMap<>()).floorEntry(Bins.end(bin) - 1);
        return last == null || last.getKey() < Bins.start(bin) - EARLY ? Optional.empty() : Optional.of(last.getValue());
    }
}
