package org.moothall.applianceprofiles.internal.sizing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Divisions whose rounding is part of the rule. */
final class Rounding {

    /** Rounded down, so that a sum of shares never reaches a whole number that it does not have. */
    static final MathContext SHARES = new MathContext(34, RoundingMode.DOWN);

    private Rounding() {}

    /** How many times {@code each} is needed for {@code amount}. */
    static long up(BigDecimal amount, BigDecimal each) {
        return amount.divide(each, 0, RoundingMode.CEILING).longValueExact();
    }

    static long up(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.CEILING).longValueExact();
    }

    /** Without what is behind the point. */
    static BigDecimal whole(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.FLOOR);
    }

    /** How many times {@code each} fits into {@code amount}; 0 when that is negative. */
    static long down(BigDecimal amount, BigDecimal each) {
        return Math.max(0, amount.divide(each, 0, RoundingMode.FLOOR).longValueExact());
    }
}
