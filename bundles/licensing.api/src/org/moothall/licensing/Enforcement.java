package org.moothall.licensing;

import java.time.LocalDate;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What servers do, or soon will, because licences are missing.
 *
 * @param expires the date (UTC) from whose first moment on the licence is expired on the servers, or null when there is none
 * @param days until it becomes worse, or null when it does not
 * @param text in the guide's words; empty when nothing is enforced
 * @spec admin-guide §19.3
 */
public record Enforcement(Level level, @Nullable LocalDate expires, @Nullable Integer days, String text) {

    /** How far it is, best first. */
    public enum Level {
        /** Nothing is missing, or nothing will come of it yet. */
        NONE,
        /** Expiry is no longer refreshed: the countdown to enforcement. */
        ALARM_1,
        /** As {@link #ALARM_1}, of a feature that is then switched off. */
        AVAILABLE_FOR,
        /** Expired: a text of 30 seconds and a prompt when somebody joins. */
        ALARM_2,
        /** Expired for more than 90 days, or never licensed: the text stays. */
        ALARM_3,
        /** The feature is switched off. */
        NOT_AVAILABLE
    }
}
