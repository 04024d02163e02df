package org.moothall.licensing.internal.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.licensing.Enforcement.Level;
import org.moothall.licensing.Feature;
import org.moothall.licensing.LicenceStatus;
import org.moothall.licensing.Trial;

/** Which trials are offered. @spec admin-guide §19.1, §21.6.3.4 */
public final class Trials {

    private Trials() {}

    /**
     * The trial of a feature.
     *
     * @param level what is enforced of it now, on the worst cluster
     * @param marks names of clusters that were in a trial of this kind, with the day it began
     */
    public static Trial of(Verdict verdict, Basis basis, Level level, Map<String, LocalDate> marks) {
        Feature feature = verdict.feature();
        Optional<TrialSpan> own = basis.trials().stream().filter(trial -> trial.feature() == feature).findFirst();
        @Nullable String reason = reason(verdict, basis, level, own, marks);
        return own.map(trial -> new Trial(feature, reason == null, reason, trial.began(), trial.ends(), trial.activeAt(basis.at())))
                .orElseGet(() -> new Trial(feature, reason == null, reason, null, null, false));
    }

    private static @Nullable String reason(Verdict verdict, Basis basis, Level level, Optional<TrialSpan> own, Map<String, LocalDate> marks) {
        if (own.isPresent()) {
            return "It was used: a deployment has one trial of each kind.";
        }
        List<String> elsewhere = marks.keySet().stream().sorted(Comparator.naturalOrder()).toList();
        if (!elsewhere.isEmpty()) {
            return "A cluster has been in a trial of this kind before: " + String.join(", ", elsewhere) + ".";
        }
        if (basis.trial(verdict.feature()).isPresent()) {
            return "The trial of meetings, which runs, includes it.";
        }
        return verdict.bought() == LicenceStatus.UNLICENSED || level == Level.ALARM_3 ? null : "There are licences.";
    }
}
