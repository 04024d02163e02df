package org.moothall.security;

import org.moothall.core.DomainProblem;

/** What can go wrong with users, sessions and permissions. */
public enum SecurityProblem implements DomainProblem {
    /** User or password is wrong; which one is not told. Remedy: check both; too many tries are throttled. */
    WRONG_CREDENTIALS(401, "Sign-in failed"),
    /** No session, or an expired or ended one. Remedy: sign in. */
    NOT_SIGNED_IN(401, "You are not signed in"),
    /** The role does not have the permission. Remedy: ask an administrator. */
    FORBIDDEN(403, "You may not do this"),
    /** Too many failed tries. Remedy: wait as long as {@code Retry-After} says. */
    THROTTLED(429, "Too many failed sign-ins"),
    /** A user with this name exists. Remedy: choose another. */
    NAME_IN_USE(409, "This user name is taken"),
    /** The key file does not fit the stored secrets, or is gone. Remedy: put the right one back from a backup. */
    VAULT_LOCKED(503, "The stored secrets cannot be opened"),
    /** The last administrator would lose the role or be removed. Remedy: appoint another first. */
    LAST_ADMINISTRATOR(409, "This is the last administrator");

    private final Meaning meaning;

    SecurityProblem(int status, String title) {
        meaning = new Meaning("security", status, title);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
