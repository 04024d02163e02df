package org.moothall.meetings.internal.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.CallStatistics.Direction;
import org.moothall.meetings.CallStatistics.Stream;
import org.moothall.meetings.Quality.Thresholds;
import org.moothall.meetings.QualityLeg.Alarm;

/**
 * What a look at a leg found: of each measure the worst stream, and since when it has been beyond its threshold. Immutable.
 *
 * @param worst what is measured, by alarm; nothing where the bridge told nothing
 * @param since from when on it has been beyond the threshold; nothing where it is not
 */
record Finding(Map<Alarm, Worst> worst, Map<Alarm, Instant> since) {

    /** The worst stream of a measure. */
    record Worst(double value, Stream stream) {}

    /** Nothing was looked at yet. */
    static final Finding NONE = new Finding(Map.of(), Map.of());

    Finding {
        worst = Map.copyOf(worst);
        since = Map.copyOf(since);
    }

    /** The finding after one more look. */
    Finding next(List<Stream> streams, Thresholds limits, Instant now) {
        Map<Alarm, Worst> found = new EnumMap<>(Alarm.class);
        Map<Alarm, Instant> beyond = new EnumMap<>(Alarm.class);
        for (Alarm alarm : Alarm.values()) {
            @Nullable Worst worse = worst(streams, alarm);
            if (worse != null) {
                found.put(alarm, worse);
            }
            if (worse != null && worse.value() > limit(alarm, limits)) {
                beyond.put(alarm, since.getOrDefault(alarm, now));
            }
        }
        return new Finding(found, beyond);
    }

    /** What has been beyond its threshold for so long. */
    List<Alarm> alarms(Thresholds limits, Instant now) {
        return since.keySet().stream().filter(alarm -> !since(alarm).plusSeconds(limits.forSeconds()).isAfter(now)).sorted().toList();
    }

    Instant since(Alarm alarm) {
        return Objects.requireNonNull(since.get(alarm));
    }

    @Nullable
    Double value(Alarm alarm) {
        @Nullable Worst found = worst.get(alarm);
        return found == null ? null : Double.valueOf(found.value());
    }

    /** What is bad, in words. */
    String words(Alarm alarm, Instant now) {
        Worst found = Objects.requireNonNull(worst.get(alarm));
        String measured = switch (alarm) {
            case PACKET_LOSS -> String.format(Locale.ROOT, "packet loss %.1f %%", found.value());
            case EXCESSIVE_JITTER -> String.format(Locale.ROOT, "jitter %.0f ms", found.value());
            case HIGH_ROUND_TRIP_TIME -> String.format(Locale.ROOT, "round trip %.0f ms", found.value());
        };
        Stream stream = found.stream();
        return measured + (stream.direction() == Direction.RECEIVE ? " received " : " sent ") + stream.medium().name().toLowerCase(Locale.ROOT) + " for "
                + Duration.between(since(alarm), now).toSeconds() + " s";
    }

    private static double limit(Alarm alarm, Thresholds limits) {
        return switch (alarm) {
            case PACKET_LOSS -> limits.lossPercent();
            case EXCESSIVE_JITTER -> limits.jitterMilliseconds();
            case HIGH_ROUND_TRIP_TIME -> limits.roundTripMilliseconds();
        };
    }

    private static @Nullable Worst worst(List<Stream> streams, Alarm alarm) {
        Function<Stream, @Nullable Number> measure = switch (alarm) {
            case PACKET_LOSS -> Stream::lossPercent;
            case EXCESSIVE_JITTER -> Stream::jitter;
            case HIGH_ROUND_TRIP_TIME -> Stream::roundTrip;
        };
        @Nullable Worst worst = null;
        for (Stream stream : streams) {
            @Nullable Number value = measure.apply(stream);
            if (value != null && (worst == null || value.doubleValue() > worst.value())) {
                worst = new Worst(value.doubleValue(), stream);
            }
        }
        return worst;
    }
}
