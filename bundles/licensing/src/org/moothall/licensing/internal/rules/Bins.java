package org.moothall.licensing.internal.rules;

import java.time.Instant;
import java.time.LocalDate;

/** Five-minute intervals, numbered since 1970; a day (UTC) has 288 whole ones. */
public final class Bins {

    /** Seconds. */
    public static final int LENGTH = 300;
    /** In a day. */
    public static final int A_DAY = 288;

    private Bins() {}

    /** The bin of this second. */
    public static long of(long second) {
        return Math.floorDiv(second, LENGTH);
    }

    /** The bin of this instant. */
    public static long of(Instant at) {
        return of(at.getEpochSecond());
    }

    /** Its first second. */
    public static long start(long bin) {
        return bin * LENGTH;
    }

    /** The second after its last. */
    public static long end(long bin) {
        return start(bin + 1);
    }

    /** When it begins. */
    public static Instant instant(long bin) {
        return Instant.ofEpochSecond(start(bin));
    }

    /** The day (UTC) it lies in, numbered since 1970. */
    public static long day(long bin) {
        return Math.floorDiv(bin, A_DAY);
    }

    /** The day (UTC) it lies in. */
    public static LocalDate date(long bin) {
        return LocalDate.ofEpochDay(day(bin));
    }

    /** The first bin of a day. */
    public static long firstOf(long day) {
        return day * A_DAY;
    }
}
