package org.moothall.mediaengine.callbridge.internal.cdr;

import java.time.Duration;
import java.time.Instant;

/** A record as all receivers get it. @param content the one element inside */
record CdrRecord(String type, Instant time, String content) {

    /** As a clock that is off by this much writes it. */
    CdrRecord off(Duration skew) {
        return skew.isZero() ? this : new CdrRecord(type, time.plus(skew), content);
    }
}
