package org.moothall.licensing.internal.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.moothall.licensing.Feature;

/** A trial that was started here. @spec admin-guide §19.1 */
public record TrialSpan(Feature feature, Instant began) {

    /** Days. */
    public static final int LENGTH = 90;

    /** The day (UTC) it was started. */
    public LocalDate firstDay() {
        return LocalDate.ofInstant(began, ZoneOffset.UTC);
    }

    /** The date (UTC) from whose first moment on it is over. */
    public LocalDate ends() {
        return firstDay().plusDays(LENGTH);
    }

    /** Whether this feature may be used for it; that of meetings includes the other two. */
    public boolean includes(Feature wanted) {
        return feature == wanted || feature == Feature.MEETINGS;
    }

    /** Whether it runs. */
    public boolean activeAt(Instant at) {
        return !at.isBefore(began) && LocalDate.ofInstant(at, ZoneOffset.UTC).isBefore(ends());
    }

    /** Whether it ran on this day or a part of it: what is used then is not held against anybody. */
    boolean covers(LocalDate day) {
        return !day.isBefore(firstDay()) && day.isBefore(ends());
    }
}
