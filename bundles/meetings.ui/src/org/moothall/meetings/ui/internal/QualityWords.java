package org.moothall.meetings.ui.internal;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Quality.Thresholds;
import org.moothall.meetings.QualityLeg;
import org.moothall.meetings.QualityLeg.Alarm;

/** What is wrong with a leg: each figure that is too high beside what is allowed. Pure. */
final class QualityWords {
    private QualityWords() {}

    /** @param limits what is allowed, nothing while unknown */
    static String why(QualityLeg leg, Optional<Thresholds> limits) {
        return limits.isEmpty() || leg.alarms().isEmpty() ? leg.reason()
                : leg.alarms().stream().map(alarm -> one(leg, alarm, limits.get())).collect(Collectors.joining(", "));
    }

    /** What counts as bad. */
    static String limits(Thresholds limits) {
        return Texts.of("inbox.limits", number(limits.lossPercent()), limits.jitterMilliseconds(), limits.roundTripMilliseconds(), limits.forSeconds());
    }

    private static String one(QualityLeg leg, Alarm alarm, Thresholds limits) {
        @Nullable Number measured = switch (alarm) {
            case PACKET_LOSS -> leg.loss();
            case EXCESSIVE_JITTER -> leg.jitter();
            case HIGH_ROUND_TRIP_TIME -> leg.roundTrip();
        };
        double limit = switch (alarm) {
            case PACKET_LOSS -> limits.lossPercent();
            case EXCESSIVE_JITTER -> limits.jitterMilliseconds();
            case HIGH_ROUND_TRIP_TIME -> limits.roundTripMilliseconds();
        };
        String figure = measured == null ? "–" : number(measured.doubleValue());
        return Texts.of("inbox.why." + alarm.name().toLowerCase(Locale.ROOT).replace('_', '-'), figure, number(limit));
    }

    /** At most one digit after the point, none where it is zero. */
    private static String number(double value) {
        return new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.UK)).format(value);
    }
}
