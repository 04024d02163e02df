package org.moothall.security;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Who is asking: a signed-in user, or the program itself.
 *
 * @param user id of the user
 * @param name sign-in name, for the audit trail
 * @param role what the user is at this moment
 * @param session id of the session (never its token), or null for the program itself
 * @param source address the request came from, or {@code "internal"}
 */
public record Caller(UserId user, String name, Role role, @Nullable String session, String source) {

    /** The program itself, for work that no user asked for. */
    public static Caller system() {
        return new Caller(new UserId("system"), "system", Role.ADMINISTRATOR, null, "internal");
    }
}
