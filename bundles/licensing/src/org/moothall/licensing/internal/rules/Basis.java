package org.moothall.licensing.internal.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.moothall.licensing.Entitlements;
import org.moothall.licensing.Feature;

/**
 * All that a verdict is made of.
 *
 * @param at for when
 * @param entitled what was allocated then; it is held against all 90 days, so that who buys more is well again at once
 * @param trials all that were started
 * @param peaks those of the last 90 days that are known
 */
public record Basis(Instant at, Entitlements entitled, List<TrialSpan> trials, List<DayPeak> peaks) {

    /** Days (UTC) that count, that of {@link #at} included. */
    public static final int WINDOW = 90;

    public Basis {
        trials = trials.stream().filter(trial -> !trial.began().isAfter(at)).toList();
        long last = LocalDate.ofInstant(at, ZoneOffset.UTC).toEpochDay();
        peaks = peaks.stream().filter(peak -> peak.day() > last - WINDOW && peak.day() <= last).toList();
    }

    /** The day of {@link #at}. */
    public LocalDate today() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** The first day that counts. */
    public LocalDate firstDay() {
        return today().minusDays(WINDOW - 1L);
    }

    /** The trial that lets this feature be used now; the one that ends last. */
    public Optional<TrialSpan> trial(Feature feature) {
        return trials.stream().filter(trial -> trial.includes(feature) && trial.activeAt(at)).max(java.util.Comparator.comparing(TrialSpan::ends));
    }

    /** Whether a trial of this feature ran on this day. */
    boolean excused(Feature feature, LocalDate day) {
        return trials.stream().anyMatch(trial -> trial.includes(feature) && trial.covers(day));
    }
}
