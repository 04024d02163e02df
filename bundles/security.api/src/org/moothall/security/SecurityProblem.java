package org.moothall.security;

import org.moothall.core.ProblemCode;

/** What can go wrong with users, sessions and permissions. */
public enum SecurityProblem implements ProblemCode {
    /** User or password is wrong; which one is not told. Remedy: check both; too many tries are throttled. */
    WRONG_CREDENTIALS("security.wrong-credentials", 401, "Sign-in failed"),
    /** No session, or an expired or ended one. Remedy: sign in. */
    NOT_SIGNED_IN("security.not-signed-in", 401, "You are not signed in"),
    /** The role does not have the permission. Remedy: ask an administrator. */
    FORBIDDEN("security.forbidden", 403, "You may not do this"),
    /** Too many failed tries. Remedy: wait as long as {@code Retry-After} says. */
    THROTTLED("security.throttled", 429, "Too many failed sign-ins"),
    /** A user with this name exists. Remedy: choose another. */
    NAME_IN_USE("security.name-in-use", 409, "This user name is taken"),
    /** The key file does not fit the stored secrets, or is gone. Remedy: put the right one back from a backup. */
    VAULT_LOCKED("security.vault-locked", 503, "The stored secrets cannot be opened"),
    /** The last administrator would lose the role or be removed. Remedy: appoint another first. */
    LAST_ADMINISTRATOR("security.last-administrator", 409, "This is the last administrator");

    private final String code;
    private final int status;
    private final String title;

    SecurityProblem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
