package org.moothall.licensing.internal.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.moothall.licensing.Entitlements;

/** Makes usage and what it is judged by. */
final class Usage {

    static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private Usage() {}

    static Figures full(int hundredths) {
        return new Figures(0, 0, 0, 0, hundredths, 0, 0);
    }

    static ClusterBin bin(long bin, int fullMeetings) {
        return new ClusterBin(bin, full(fullMeetings * Figures.ONE), 1, 1);
    }

    static ClusterBin unknown(long bin) {
        return new ClusterBin(bin, Figures.ZERO, 0, 1);
    }

    static Entitlements bought(int pmp, int smp) {
        return new Entitlements(pmp, smp, 0, false, null, null, 1);
    }

    static Entitlements recording(int licences) {
        return new Entitlements(0, 0, licences, false, null, null, 1);
    }

    /** A peak so many days ago. */
    static DayPeak day(int ago, int pmp, int smp) {
        return new DayPeak(TODAY.toEpochDay() - ago, new Demand(pmp * Demand.ONE, smp * Demand.ONE, 0), Bins.A_DAY, Bins.A_DAY);
    }

    static DayPeak recordingDay(int ago, int recordings) {
        return new DayPeak(TODAY.toEpochDay() - ago, new Demand(0, 0, recordings * Demand.ONE), Bins.A_DAY, Bins.A_DAY);
    }

    /** The last 90 days with this shared use, on the first so many of them (today counted backwards) with that. */
    static List<DayPeak> days(int usual, int daysOver, int high) {
        return new ArrayList<>(IntStream.range(0, Basis.WINDOW).mapToObj(ago -> day(ago, 0, ago < daysOver ? high : usual)).toList());
    }

    static Basis basis(Entitlements entitled, List<DayPeak> peaks, TrialSpan... trials) {
        return new Basis(NOW, entitled, List.of(trials), peaks);
    }
}
