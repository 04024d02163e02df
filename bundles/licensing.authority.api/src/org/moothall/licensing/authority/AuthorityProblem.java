package org.moothall.licensing.authority;

import org.moothall.core.DomainProblem;

/** What can go wrong between servers and their licensing authority. */
public enum AuthorityProblem implements DomainProblem {
    /** A code has a wrong character, or a part is missing. Remedy: compare the group that the detail names, or copy the code as a whole. */
    CODE_MISTYPED(400, "The code was mistyped"),
    /** A code of another kind is wanted here. Remedy: as the detail says. */
    WRONG_CODE(409, "This is a code for something else"),
    /** The code is of another instance. Remedy: take the code of this one. */
    OTHER_INSTANCE(409, "The code is of another instance"),
    /** The code was signed by somebody else. Remedy: use the authority that the server trusts. */
    NOT_GENUINE(409, "The code does not come from where it says"),
    /** The code was used before, or a newer one was made since. Remedy: take the newest. */
    CODE_USED(409, "The code was used already"),
    /** The code is older than codes may be. Remedy: make a new one. */
    CODE_EXPIRED(409, "The code has expired"),
    /** The virtual account has fewer licences left than are wanted. Remedy: buy more, move some there, or want fewer. */
    NOT_ENOUGH(409, "There are not enough licences"),
    /** Fewer licences would remain than are reserved. Remedy: have reservations returned or lowered first. */
    RESERVED(409, "Licences are reserved"),
    /** The account may not reserve. Remedy: allow it in the account. */
    NO_RESERVATION(409, "The account may not reserve licences"),
    /** The instance has a reservation already. Remedy: change it, or have it returned first. */
    RESERVED_ALREADY(409, "The instance has a reservation already"),
    /** A universal reservation holds everything. Remedy: return it and register anew. */
    UNIVERSAL(409, "A universal reservation cannot be changed"),
    /** A code of the instance is awaited before the next change. Remedy: enter it. */
    CONFIRMATION_AWAITED(409, "The last change is not confirmed yet"),
    /** The instance is registered or has a reservation. Remedy: as the detail says. */
    REGISTERED_ALREADY(409, "The instance is registered already"),
    /** The token is unknown, used up, revoked or expired. Remedy: make a new one. */
    TOKEN_REFUSED(403, "The registration token is not valid"),
    /** The instance is not registered here. Remedy: register it. */
    NOT_REGISTERED(404, "The instance is not registered"),
    /** Something is still in it. Remedy: as the detail says. */
    NOT_EMPTY(409, "It is not empty");

    private final Meaning meaning;

    AuthorityProblem(int status, String title) {
        meaning = new Meaning("licensing-authority", status, title);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
