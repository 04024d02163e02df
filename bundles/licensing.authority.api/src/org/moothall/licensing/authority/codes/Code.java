package org.moothall.licensing.authority.codes;

import java.time.Instant;
import java.util.UUID;

import org.moothall.licensing.authority.Licences;
import org.moothall.licensing.authority.Reservation;

/**
 * What a code says. Times are to the second.
 *
 * @spec admin-guide §21.6.3
 */
public sealed interface Code {

    /** Which server it is of or for. */
    UUID instance();

    /** When it was made. */
    Instant at();

    /**
     * A server asks for a reservation.
     *
     * @param request made up for this code; the answer names it
     * @param key the server's Ed25519 public key, 32 bytes, with which its further codes are verified
     * @param name how the server calls itself, at most 60 characters
     */
    record Request(UUID instance, Instant at, UUID request, PublicKeyBytes key, String name) implements Code {}

    /**
     * The authority grants a reservation, or changes it.
     *
     * @param request of the code that asked
     * @param sequence 1 for the first, then counting; the numbers of each replace those before
     */
    record Authorization(UUID instance, Instant at, UUID request, int sequence, Reservation.Kind kind, Licences licences, boolean exportControlled)
            implements Code {}

    /** A server has installed a change. @param sequence of the code that it installed */
    record Confirmation(UUID instance, Instant at, UUID request, int sequence) implements Code {}

    /** A server gives everything back. @param sequence of the code that it had installed last */
    record Return(UUID instance, Instant at, UUID request, int sequence) implements Code {}
}
