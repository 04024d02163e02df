package org.moothall.applianceprofiles.internal.sizing;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How numbers and choices are written in the steps. */
final class Words {

    private Words() {}

    /** {@code 275,000}, {@code 47.5}; rounded to three digits behind the point. */
    static String number(BigDecimal number) {
        return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    static String number(long number) {
        return number(BigDecimal.valueOf(number));
    }

    /** As the API writes it: {@code hd-720p30}. */
    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
