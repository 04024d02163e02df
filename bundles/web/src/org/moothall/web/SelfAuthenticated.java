package org.moothall.web;

/**
 * Registered as a service by a domain whose servlet authenticates its callers by itself (CDR intake with a secret path):
 * requests below this path prefix are let through to it without a session.
 *
 * @param pathPrefix for example {@code /cdr/}; starts and ends with a slash, never below {@code /api/}
 */
public record SelfAuthenticated(String pathPrefix) {
    public SelfAuthenticated {
        if (!pathPrefix.startsWith("/") || !pathPrefix.endsWith("/") || pathPrefix.length() < 3 || pathPrefix.startsWith("/api")) {
            throw new IllegalArgumentException(pathPrefix);
        }
    }
}
