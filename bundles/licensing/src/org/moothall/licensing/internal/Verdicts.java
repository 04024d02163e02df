package org.moothall.licensing.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.licensing.Enforcement;
import org.moothall.licensing.Enforcement.Level;
import org.moothall.licensing.Feature;
import org.moothall.licensing.FeatureStatus;
import org.moothall.licensing.FeatureStatus.Count;
import org.moothall.licensing.LicenceType;
import org.moothall.licensing.Trial;
import org.moothall.licensing.internal.rules.Basis;
import org.moothall.licensing.internal.rules.Bins;
import org.moothall.licensing.internal.rules.DayPeak;
import org.moothall.licensing.internal.rules.Demand;
import org.moothall.licensing.internal.rules.Expiry;
import org.moothall.licensing.internal.rules.Judgement;
import org.moothall.licensing.internal.rules.Trials;
import org.moothall.licensing.internal.rules.Verdict;
import org.moothall.licensing.internal.store.EntitlementStore;
import org.moothall.licensing.internal.store.ExpiryStore;
import org.moothall.licensing.internal.store.UsageRead;
import org.moothall.servers.Cluster;
import org.moothall.servers.ClusterId;
import org.moothall.servers.Servers;

/** Judges what is kept, for any instant. Thread-safe. */
final class Verdicts {

    private final Servers servers;
    private final UsageRead usage;
    private final EntitlementStore entitlements;
    private final ExpiryStore expiry;

    Verdicts(Servers servers, UsageRead usage, EntitlementStore entitlements, ExpiryStore expiry) {
        this.servers = servers;
        this.usage = usage;
        this.entitlements = entitlements;
        this.expiry = expiry;
    }

    /** What is judged at this instant: whole days as they are kept, the last two by the five minutes that were over by then. */
    Basis basis(Instant at) {
        long last = Bins.day(Bins.of(at));
        List<DayPeak> peaks = new ArrayList<>(usage.days(null, last - Basis.WINDOW + 1, last - 2));
        DayPeak.of(usage.bins(null, Bins.firstOf(last - 1) - 1, Bins.of(at) - 1)).stream().filter(day -> day.day() >= last - 1).forEach(peaks::add);
        return new Basis(at, entitlements.at(at), entitlements.trials(), peaks);
    }

    /** One for each feature. @param held what each cluster that counts holds */
    List<FeatureStatus> features(Basis basis, Map<ClusterId, Map<Feature, LocalDate>> held) {
        List<FeatureStatus> all = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            Verdict verdict = Judgement.of(feature, basis);
            Enforcement worst = held.values().stream().map(cluster -> Expiry.enforcement(verdict, basis, cluster.get(feature)))
                    .max(Comparator.comparing(Enforcement::level).thenComparing(Verdicts::urgency)).orElse(new Enforcement(Level.NONE, null, null, ""));
            Trial trial = Trials.of(verdict, basis, worst.level(), marks(feature));
            all.add(new FeatureStatus(feature, verdict.status(), verdict.over().size(), verdict.rule(), worst, trial, counts(feature, basis)));
        }
        return all;
    }

    /** What each configured cluster holds; what was never heard of is left out. */
    Map<ClusterId, Map<Feature, LocalDate>> heldNow(Instant now) {
        Map<ClusterId, Map<Feature, LocalDate>> held = expiry.all(now);
        held.keySet().retainAll(servers.clusters().stream().map(Cluster::id).toList());
        return held;
    }

    /** What each cluster held then. */
    Map<ClusterId, Map<Feature, LocalDate>> heldThen(Instant at) {
        return expiry.all(at);
    }

    /** The earliest expiry of each feature; one that some cluster has no licence for is missing. */
    static Map<Feature, LocalDate> worst(Map<ClusterId, Map<Feature, LocalDate>> held) {
        Map<Feature, LocalDate> worst = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            if (held.values().stream().allMatch(cluster -> cluster.containsKey(feature))) {
                held.values().stream().map(cluster -> cluster.get(feature)).min(LocalDate::compareTo).ifPresent(date -> worst.put(feature, date));
            }
        }
        return worst;
    }

    /** The fewer days, the more urgent. */
    private static int urgency(Enforcement enforcement) {
        Integer days = enforcement.days();
        return days == null ? 0 : -days;
    }

    private Map<String, LocalDate> marks(Feature feature) {
        Map<ClusterId, String> names = servers.clusters().stream().collect(Collectors.toMap(Cluster::id, Cluster::name));
        return expiry.marks(feature).entrySet().stream().filter(mark -> names.containsKey(mark.getKey()))
                .collect(Collectors.toMap(mark -> String.valueOf(names.get(mark.getKey())), Map.Entry::getValue, (one, other) -> one));
    }

    private static List<Count> counts(Feature feature, Basis basis) {
        return Judgement.types(feature).stream().map(type -> count(type, basis)).toList();
    }

    private static Count count(LicenceType type, Basis basis) {
        Optional<DayPeak> highest = basis.peaks().stream()
                .max(Comparator.comparingLong((DayPeak day) -> day.peak().of(type)).thenComparing(Comparator.comparingLong(DayPeak::day).reversed()));
        @Nullable LocalDate day = highest.map(peak -> LocalDate.ofEpochDay(peak.day())).orElse(null);
        return new Count(type, basis.entitled().of(type), highest.map(peak -> Demand.licences(peak.peak().of(type))).orElse(0.0), day);
    }
}
