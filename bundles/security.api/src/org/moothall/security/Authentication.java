package org.moothall.security;

import java.time.Duration;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Secret;

/**
 * Signs users in and knows their sessions, which survive a restart. Service; thread-safe; may wait for the disk and for
 * its turn to compute a password hash.
 */
public interface Authentication {

    /**
     * Starts a session. An unknown user takes as long as a wrong password; both are audited.
     *
     * @param source address the request came from; failed tries are counted per user and per source
     * @param userAgent what the program calls itself, for the audit trail
     * @throws org.moothall.core.ProblemException {@link SecurityProblem#WRONG_CREDENTIALS}, {@link SecurityProblem#THROTTLED}
     *         or {@code core.unavailable} when too many wait to sign in
     */
    Session signIn(String user, Secret password, String source, @Nullable String userAgent);

    /** Use of a session is written to the store at most this often. */
    Duration USE_NOTED_EVERY = Duration.ofSeconds(30);

    /** How long {@link #signIn} will refuse this user from this source; zero when it will not. For {@code Retry-After}. */
    Duration retryAfter(String user, String source);

    /**
     * The user behind this token as the user is now, empty when the session is unknown, expired or ended. Counts as use of
     * the session, which is noted to within {@link #USE_NOTED_EVERY}. One read of the store.
     *
     * @param source address the request came from
     */
    Optional<Caller> authenticate(String token, String source);

    /** The session of this token with what its user may do now; does not count as use. */
    Optional<Session> find(String token);

    /** Ends the session of this token, if there is one. */
    void end(String token);
}
