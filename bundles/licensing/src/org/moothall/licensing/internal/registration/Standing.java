package org.moothall.licensing.internal.registration;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.licensing.LicensingProblem;
import org.moothall.licensing.Registration.State;
import org.moothall.licensing.authority.AuthorityProblem;
import org.moothall.licensing.authority.Licences;
import org.moothall.licensing.authority.Reservation.Kind;
import org.moothall.licensing.authority.codes.Code;
import org.moothall.licensing.authority.codes.Code.Authorization;

/**
 * How the reservation of a server stands, and how it goes on. Whatever is refused leaves it as it was.
 *
 * @param instance id of this server, made once
 * @param request of the reservation that is pending or installed, or null
 * @param sequence of the authorization code that is installed, 0 for none
 * @param confirming whether the authority still has to be told that a change was installed
 * @spec admin-guide §21.6.3
 */
record Standing(UUID instance, State state, @Nullable UUID request, int sequence, @Nullable Kind kind, @Nullable Licences licences, boolean confirming,
        @Nullable Instant since) {

    static Standing fresh(UUID instance) {
        return new Standing(instance, State.UNREGISTERED, null, 0, null, null, false, null);
    }

    /** A request is made. */
    Standing requested(UUID made, Instant now) {
        if (state == State.RESERVED) {
            throw wrong("There is a reservation already. Change it at the authority, or return it first.");
        }
        return state == State.RESERVATION_PENDING ? this : new Standing(instance, State.RESERVATION_PENDING, made, 0, null, null, false, now);
    }

    /** The pending request is forgotten. */
    Standing cancelled(Instant now) {
        if (state != State.RESERVATION_PENDING) {
            throw wrong("No reservation is pending.");
        }
        return new Standing(instance, State.UNREGISTERED, null, 0, null, null, false, now);
    }

    /** A code is installed that the authority made. */
    Standing installed(Code code, Instant now) {
        if (state != State.RESERVATION_PENDING && state != State.RESERVED) {
            throw wrong("No reservation is pending. Generate a request code first.");
        }
        if (!(code instanceof Authorization granted)) {
            throw refused(AuthorityProblem.WRONG_CODE, "An authorization code is wanted here, which the authority makes.");
        }
        if (!granted.instance().equals(instance)) {
            throw refused(AuthorityProblem.OTHER_INSTANCE, "The code was made for another server.");
        }
        if (!granted.request().equals(request)) {
            throw refused(AuthorityProblem.CODE_USED, "The code answers an earlier request. Enter the newest request code at the authority.");
        }
        return state == State.RESERVED ? changed(granted, now)
                : new Standing(instance, State.RESERVED, request, granted.sequence(), granted.kind(), granted.licences(), granted.sequence() > 1, now);
    }

    private Standing changed(Authorization granted, Instant now) {
        if (kind == Kind.UNIVERSAL || granted.kind() == Kind.UNIVERSAL) {
            throw refused(AuthorityProblem.UNIVERSAL, "A universal reservation is not changed, and none is changed to one: return it and register anew.");
        }
        if (granted.sequence() <= sequence) {
            throw refused(AuthorityProblem.CODE_USED, "This code, or a newer one, is installed already.");
        }
        return new Standing(instance, state, request, granted.sequence(), granted.kind(), granted.licences(), true, now);
    }

    /** The authority was told of the change. */
    Standing confirmed() {
        if (!confirming) {
            throw wrong("No confirmation code is waiting to be entered.");
        }
        return new Standing(instance, state, request, sequence, kind, licences, false, since);
    }

    /** Everything is given back. */
    Standing returned(Instant now) {
        if (state != State.RESERVED) {
            throw wrong("Nothing is reserved.");
        }
        return new Standing(instance, State.DEREGISTERED, request, sequence, null, null, false, now);
    }

    private static ProblemException wrong(String detail) {
        return Problem.of(LicensingProblem.WRONG_STATE, detail).exception();
    }

    private static ProblemException refused(AuthorityProblem code, String detail) {
        return Problem.of(code, detail + " Nothing was changed.").exception();
    }
}
