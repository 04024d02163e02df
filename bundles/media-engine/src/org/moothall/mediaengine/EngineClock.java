package org.moothall.mediaengine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** The time of the node: held back while it plays the hours before its start, then the real time. Thread-safe. */
@NonNullByDefault({})
public final class EngineClock extends Clock {

    private final Clock real;
    private volatile @Nullable Instant held;

    /** Follows this clock, once released. */
    public EngineClock(Clock real, @Nullable Instant heldAt) {
        this.real = real;
        this.held = heldAt;
    }

    /** Stays at this time. */
    public void holdAt(Instant time) {
        held = time;
    }

    /** Follows the real time from now on. */
    public void release() {
        held = null;
    }

    @Override
    public Instant instant() {
        Instant at = held;
        return at == null ? real.instant() : at;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
