package org.moothall.licensing;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

/**
 * How this installation comes by its licences: by a reservation, whose codes people carry to the authority and back.
 *
 * @param state where it is
 * @param registration status in the guide's words
 * @param authorization status in the guide's words
 * @param authority public key of the authority whose codes are believed, 64 hexadecimal digits, or null when none was entered
 * @param requestCode to be entered at the authority while the reservation is pending, or null
 * @param universal whether everything is reserved without counting; null when nothing is reserved
 * @param confirmationCode to be entered at the authority after a change, until somebody says that it was; or null
 * @param returnCode to be entered at the authority, after the reservation was returned; or null
 * @param since when this began, or null when nothing ever happened
 * @spec admin-guide §21.6.3
 */
public record Registration(State state, String registration, String authorization, @Nullable String authority, @Nullable String requestCode,
        @Nullable Boolean universal, @Nullable String confirmationCode, @Nullable String returnCode, @Nullable Instant since) {

    /** Where it is. */
    public enum State {
        /** Nothing was done, or a request was cancelled. */
        UNREGISTERED,
        /** A request code was made; the authority's answer is awaited. */
        RESERVATION_PENDING,
        /** The authority's code is installed. */
        RESERVED,
        /** The reservation was returned. */
        DEREGISTERED
    }
}
