package org.moothall.security;

import java.time.Instant;
import java.util.Set;

/**
 * A signed-in user's session as the user sees it.
 *
 * @param token to be sent as {@code Authorization: Bearer}; shown once
 * @param user sign-in name
 * @param role what the user is
 * @param permissions names of what the user may do
 * @param expires when it ends at the latest
 * @param idleSeconds it ends after this long without a request
 */
public record Session(String token, String user, Role role, Set<String> permissions, Instant expires, long idleSeconds) {
    public Session {
        permissions = Set.copyOf(permissions);
    }

    @Override
    public String toString() {
        return "Session[user=" + user + ", role=" + role + "]";
    }
}
