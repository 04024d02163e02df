package org.moothall.licensing.internal.rules;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.licensing.Enforcement.Level;
import org.moothall.licensing.Feature;
import org.moothall.licensing.Forecast;
import org.moothall.licensing.Forecast.Event;
import org.moothall.licensing.Forecast.Milestone;
import org.moothall.licensing.Forecast.Outlook;
import org.moothall.licensing.LicenceStatus;
import org.moothall.licensing.LicenceType;
import org.moothall.licensing.internal.rules.Trend.Band;

/** Lets the rules run on days that have not come yet. */
public final class Foresight {

    /** Days that are looked ahead. */
    public static final int AHEAD = 365;

    private final Basis basis;
    private final Map<LicenceType, Trend> trends = new EnumMap<>(LicenceType.class);

    private Foresight(Basis basis) {
        this.basis = basis;
        for (LicenceType type : LicenceType.values()) {
            trends.put(type, new Trend(basis.peaks(), type));
        }
    }

    /** What follows from this basis. @param held the expiry of each feature on the cluster that is worst off; what has none is missing */
    public static Forecast of(Basis basis, Map<Feature, LocalDate> held) {
        int known = basis.peaks().size();
        List<Outlook> outlooks = new ArrayList<>();
        if (known >= Forecast.NEEDED) {
            Foresight foresight = new Foresight(basis);
            for (Feature feature : List.of(Feature.MEETINGS, Feature.RECORDING_OR_STREAMING)) {
                outlooks.add(foresight.outlook(feature, held.get(feature)));
            }
        }
        return new Forecast(basis.entitled(), known, basis.today().plusDays(AHEAD), outlooks);
    }

    private Outlook outlook(Feature feature, @Nullable LocalDate held) {
        Map<Event, LocalDate> early = run(feature, held, Band.HIGH);
        Map<Event, LocalDate> expected = run(feature, held, Band.EXPECTED);
        Map<Event, LocalDate> late = run(feature, held, Band.LOW);
        List<Milestone> milestones = new ArrayList<>();
        for (Event event : Event.values()) {
            if (event != Event.HIGH_ENFORCEMENT || feature == Feature.MEETINGS) {
                milestones.add(new Milestone(event, early.get(event), expected.get(event), late.get(event)));
            }
        }
        return new Outlook(feature, milestones);
    }

    private Map<Event, LocalDate> run(Feature feature, @Nullable LocalDate held, Band band) {
        Map<Event, LocalDate> first = new EnumMap<>(Event.class);
        List<DayPeak> peaks = new ArrayList<>(basis.peaks());
        LocalDate expiry = held;
        for (int ahead = 0; ahead <= AHEAD; ahead++) {
            if (ahead > 0) {
                peaks.add(peak(basis.today().toEpochDay() + ahead, band));
            }
            Basis then = new Basis(basis.at().plus(Duration.ofDays(ahead)), basis.entitled(), basis.trials(), peaks);
            peaks = new ArrayList<>(then.peaks());
            Verdict verdict = Judgement.of(feature, then);
            expiry = Expiry.wanted(verdict, then, expiry, true);
            note(verdict, Expiry.enforcement(verdict, then, expiry).level(), then.today(), first);
        }
        return first;
    }

    private static void note(Verdict verdict, Level level, LocalDate day, Map<Event, LocalDate> first) {
        if (verdict.status().compareTo(LicenceStatus.OVER_80_PERCENT) >= 0) {
            first.putIfAbsent(Event.OVER_80_PERCENT, day);
        }
        if (verdict.status().compareTo(LicenceStatus.INSUFFICIENT_LICENCES) >= 0) {
            first.putIfAbsent(Event.INSUFFICIENT_LICENCES, day);
        }
        if (level != Level.NONE) {
            first.putIfAbsent(Event.COUNTDOWN, day);
        }
        if (level == Level.ALARM_2 || level == Level.ALARM_3 || level == Level.NOT_AVAILABLE) {
            first.putIfAbsent(Event.ENFORCEMENT, day);
        }
        if (level == Level.ALARM_3) {
            first.putIfAbsent(Event.HIGH_ENFORCEMENT, day);
        }
    }

    private DayPeak peak(long day, Band band) {
        return new DayPeak(day, new Demand(of(LicenceType.PMP_PLUS, day, band), of(LicenceType.SMP_PLUS, day, band),
                of(LicenceType.RECORDING_OR_STREAMING, day, band)), Bins.A_DAY, Bins.A_DAY);
    }

    private long of(LicenceType type, long day, Band band) {
        return java.util.Objects.requireNonNull(trends.get(type)).of(day, band);
    }
}
