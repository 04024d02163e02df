package org.moothall.applianceprofiles;

import java.math.BigDecimal;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A number of a guide with where it stands. What a guide does not state has no value; nobody fills it in by guessing.
 *
 * @param value not negative; null for not stated
 * @param unit what it counts
 * @param source where it stands, or where one would look for it
 */
public record Figure(@Nullable BigDecimal value, Unit unit, Source source) {

    public Figure {
        value = value == null ? null : plain(value);
    }

    /** A stated number, written as in {@code 0.5}. */
    public static Figure of(String value, Unit unit, Source source) {
        return new Figure(new BigDecimal(value), unit, source);
    }

    /** A stated whole number. */
    public static Figure of(long value, Unit unit, Source source) {
        return new Figure(BigDecimal.valueOf(value), unit, source);
    }

    /** What this source does not state. */
    public static Figure notStated(Unit unit, Source source) {
        return new Figure(null, unit, source);
    }

    /** The number where it is stated. */
    public Optional<BigDecimal> stated() {
        BigDecimal number = value;
        return number == null ? Optional.empty() : Optional.of(number);
    }

    /** The number of a figure that is known to be stated; otherwise a bug. */
    public BigDecimal required() {
        return stated().orElseThrow(() -> new IllegalStateException(source + " does not state it"));
    }

    /** One form for equal numbers, not negative: {@code 2.50} and {@code 2.5}, {@code 1E+2} and {@code 100}. */
    public static BigDecimal plain(BigDecimal value) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("negative figure " + value);
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
