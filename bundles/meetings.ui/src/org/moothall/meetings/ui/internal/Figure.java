package org.moothall.meetings.ui.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.CallStatistics;

/** What is measured of a stream of media, and how it is written. */
enum Figure {
    LOSS(stream -> stream.lossPercent()),
    JITTER(stream -> number(stream.jitter())),
    ROUND_TRIP(stream -> number(stream.roundTrip())),
    BIT_RATE(stream -> number(stream.bitRate())),
    RESOLUTION(stream -> number(stream.height())),
    FRAME_RATE(stream -> stream.frameRate());

    private static final double MEGA = 1_000_000;

    private final Function<CallStatistics.Stream, @Nullable Double> value;

    Figure(Function<CallStatistics.Stream, @Nullable Double> value) {
        this.value = value;
    }

    private static @Nullable Double number(@Nullable Number value) {
        return value == null ? null : Double.valueOf(value.doubleValue());
    }

    /** Its name. */
    String label() {
        return Texts.of("figure." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Of the stream of this medium and direction in a sample; null when it was not measured. */
    @Nullable
    Double of(CallStatistics.Sample sample, CallStatistics.Medium medium, CallStatistics.Direction direction) {
        return stream(sample, medium, direction).map(value::apply).orElse(null);
    }

    /** As people read it, with its unit. */
    String words(CallStatistics.Sample sample, CallStatistics.Medium medium, CallStatistics.Direction direction) {
        @Nullable Double measured = of(sample, medium, direction);
        if (measured == null) {
            return "–";
        }
        return switch (this) {
            case LOSS -> String.format(Locale.UK, "%.1f %%", measured);
            case JITTER, ROUND_TRIP -> Texts.of("milliseconds", Math.round(measured));
            case BIT_RATE ->
                measured >= MEGA ? String.format(Locale.UK, "%.1f Mbit/s", measured / MEGA) : String.format(Locale.UK, "%.0f kbit/s", measured / 1_000);
            case RESOLUTION -> stream(sample, medium, direction).map(s -> s.width() + " × " + s.height()).orElse("–");
            case FRAME_RATE -> Texts.of("figure.frames", String.format(Locale.UK, "%.0f", measured));
        };
    }

    private static Optional<CallStatistics.Stream> stream(CallStatistics.Sample sample, CallStatistics.Medium medium, CallStatistics.Direction direction) {
        return sample.streams().stream().filter(s -> s.medium() == medium && s.direction() == direction).findFirst();
    }
}
