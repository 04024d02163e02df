package org.moothall.licensing.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.moothall.licensing.Explanation;
import org.moothall.licensing.Explanation.Bin;
import org.moothall.licensing.Explanation.Day;
import org.moothall.licensing.Explanation.Share;
import org.moothall.licensing.Feature;
import org.moothall.licensing.LicenceType;
import org.moothall.licensing.internal.rules.Basis;
import org.moothall.licensing.internal.rules.Bins;
import org.moothall.licensing.internal.rules.ClusterBin;
import org.moothall.licensing.internal.rules.DayPeak;
import org.moothall.licensing.internal.rules.Demand;
import org.moothall.licensing.internal.rules.Judgement;
import org.moothall.licensing.internal.rules.Smoothing;
import org.moothall.licensing.internal.rules.Smoothing.Smooth;
import org.moothall.licensing.internal.rules.Verdict;
import org.moothall.licensing.internal.store.UsageRead;
import org.moothall.servers.ClusterId;

/** Shows the arithmetic of a verdict. */
final class Explaining {

    private final UsageRead usage;

    Explaining(UsageRead usage) {
        this.usage = usage;
    }

    Explanation of(Feature feature, Basis basis) {
        Verdict verdict = Judgement.of(feature, basis);
        List<Day> days = new ArrayList<>();
        verdict.over().forEach(peak -> days.add(day(feature, basis, peak, true)));
        verdict.excused().forEach(peak -> days.add(day(feature, basis, peak, false)));
        days.sort(java.util.Comparator.comparing(Day::day));
        return new Explanation(feature, basis.at(), verdict.status(), verdict.rule(), steps(verdict, basis), days);
    }

    private Day day(Feature feature, Basis basis, DayPeak peak, boolean counts) {
        long first = Bins.firstOf(peak.day());
        long last = first + Bins.A_DAY - 1;
        Map<Long, Map<ClusterId, ClusterBin>> shares = usage.shares(first - 1, last + 1);
        List<ClusterBin> sums = shares.values().stream().map(clusters -> clusters.values().stream().reduce(ClusterBin::plus).orElseThrow()).toList();
        List<Bin> over = Smoothing.of(sums).stream().filter(smooth -> smooth.bin() >= first && smooth.bin() <= last)
                .filter(smooth -> Judgement.isOver(feature, basis, smooth.value())).map(smooth -> bin(smooth, shares)).toList();
        return new Day(LocalDate.ofEpochDay(peak.day()), counts, peak.peak().used(), over);
    }

    private static Bin bin(Smooth smooth, Map<Long, Map<ClusterId, ClusterBin>> shares) {
        List<Share> clusters = shares.getOrDefault(smooth.bin(), Map.of()).entrySet().stream()
                .map(share -> new Share(share.getKey(), Demand.of(share.getValue().used()).used(), share.getValue().missing())).toList();
        return new Bin(Bins.instant(smooth.bin()), smooth.raw().used(), smooth.value().used(), clusters);
    }

    private static List<String> steps(Verdict verdict, Basis basis) {
        List<String> steps = new ArrayList<>();
        steps.add("The 90 days (UTC) from " + basis.firstDay() + " to " + basis.today() + " count.");
        long known = basis.peaks().stream().filter(peak -> peak.known() > 0).count();
        long whole = basis.peaks().stream().filter(peak -> peak.complete() == Bins.A_DAY).count();
        steps.add("Something is known of " + known + " of them; of " + whole + " every Call Bridge told every five minutes.");
        for (LicenceType type : Judgement.types(verdict.feature())) {
            steps.add(step(type, basis));
        }
        if (verdict.feature() == Feature.CUSTOMIZATION) {
            steps.add(basis.entitled().customization() ? "A licence is allocated." : "No licence is allocated.");
        } else {
            steps.add("More was used than there is on " + days(verdict.over().size()) + "."
                    + (verdict.excused().isEmpty() ? "" : " " + days(verdict.excused().size()) + " more in a trial are not counted."));
        }
        basis.trial(verdict.feature()).ifPresent(trial -> steps.add("A trial that began on " + trial.firstDay() + " holds until " + trial.ends() + "."));
        steps.add(verdict.rule().text() + " (" + verdict.rule().source() + ")");
        return steps;
    }

    private static String step(LicenceType type, Basis basis) {
        int allocated = basis.entitled().of(type);
        return basis.peaks().stream().max(java.util.Comparator.comparingLong(peak -> peak.peak().of(type))).map(highest -> step(type, allocated, highest))
                .orElse(name(type) + ": " + allocated + " allocated; nothing is known of what was used.");
    }

    private static String step(LicenceType type, int allocated, DayPeak highest) {
        double peak = Demand.licences(highest.peak().of(type));
        String share = allocated == 0 ? "" : String.format(Locale.ROOT, ", which is %.1f %%", peak * 100 / allocated);
        return String.format(Locale.ROOT, "%s: %d allocated; the highest daily peak is %.2f on %s%s.", name(type), allocated, peak,
                LocalDate.ofEpochDay(highest.day()), share);
    }

    private static String name(LicenceType type) {
        return switch (type) {
            case PMP_PLUS -> "PMP Plus";
            case SMP_PLUS -> "SMP Plus";
            case RECORDING_OR_STREAMING -> "Recording or streaming";
        };
    }

    private static String days(int count) {
        return count == 1 ? "1 day" : count + " days";
    }
}
