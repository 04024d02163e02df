package org.moothall.servers.internal.health;

import java.time.Duration;
import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

/**
 * How far a bridge's clock is from ours. The bridge tells whole seconds and the answer travels, so one answer gives only an
 * interval; several answers narrow it.
 *
 * @param fromMillis the least it can be, its clock minus ours
 * @param toMillis the most it can be
 */
public record ClockOffset(long fromMillis, long toMillis) {

    /** Nothing is known. */
    public static final ClockOffset UNKNOWN = new ClockOffset(Long.MIN_VALUE, Long.MAX_VALUE);
    /** Clocks drift apart no more than this between two answers, or one of them was set. */
    private static final long DRIFT_MILLIS = 1;

    /** From a time in whole seconds that was written somewhere between asking and receiving. */
    public static ClockOffset measured(Instant told, Instant asked, Instant received) {
        return new ClockOffset(told.toEpochMilli() - received.toEpochMilli(), told.toEpochMilli() + 999 - asked.toEpochMilli());
    }

    /** This, with what was known before; a clock that was set meanwhile makes what was known worthless. */
    public ClockOffset narrowedBy(ClockOffset before) {
        if (!known() || !before.known()) {
            return this;
        }
        long from = Math.max(fromMillis, before.fromMillis - DRIFT_MILLIS);
        long to = Math.min(toMillis, before.toMillis + DRIFT_MILLIS);
        return from <= to ? new ClockOffset(from, to) : this;
    }

    /** Whether anything is known. */
    public boolean known() {
        return fromMillis != Long.MIN_VALUE;
    }

    /** What is proved: 0 when the clocks may agree, otherwise the smallest difference there can be; null when unknown. */
    public @Nullable Long provedMillis() {
        if (!known()) {
            return null;
        }
        return fromMillis > 0 ? fromMillis : toMillis < 0 ? toMillis : 0L;
    }

    /** Whether the clocks differ by more than this, proved. */
    public boolean exceeds(Duration limit) {
        Long proved = provedMillis();
        return proved != null && Math.abs(proved) > limit.toMillis();
    }
}
