package org.moothall.mediaengine.callbridge.internal.faults;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** The clock that others see. Thread-safe. */
@NonNullByDefault({})
public final class SkewedClock extends Clock {

    private final Clock clock;
    private final FaultBox faults;

    /** This clock, as far off as the faults say. */
    public SkewedClock(Clock clock, FaultBox faults) {
        this.clock = clock;
        this.faults = faults;
    }

    @Override
    public Instant instant() {
        return clock.instant().plus(faults.skew());
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
