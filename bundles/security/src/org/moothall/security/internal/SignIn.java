package org.moothall.security.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.core.Secret;
import org.moothall.security.Access;
import org.moothall.security.AuditTrail;
import org.moothall.security.AuditTrail.Outcome;
import org.moothall.security.Authentication;
import org.moothall.security.Caller;
import org.moothall.security.Role;
import org.moothall.security.SecurityProblem;
import org.moothall.security.Session;
import org.moothall.security.User;
import org.moothall.security.UserId;
import org.moothall.security.internal.store.SessionStore;
import org.moothall.security.internal.store.SessionStore.Bounds;
import org.moothall.security.internal.store.SessionStore.StoredSession;
import org.moothall.security.internal.store.UserStore;
import org.moothall.security.internal.store.UserStore.StoredUser;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sign-in with name and password. The store keeps fingerprints of tokens: whoever reads it cannot sign in with them. */
@Component
public final class SignIn implements Authentication {

    static final Duration IDLE = Duration.ofSeconds(3_600);
    static final Duration LIFE = Duration.ofHours(24);
    private static final int SESSIONS_PER_USER = 100;
    private static final int MAX_TEXT = 200;
    private static final UserId NOBODY = new UserId("unknown");

    private final UserStore users;
    private final SessionStore sessions;
    private final PasswordHashes hashes;
    private final Throttle throttle;
    private final Access access;
    private final AuditTrail audit;
    private final Clock clock;

    @Activate
    public SignIn(@Reference UserStore users, @Reference SessionStore sessions, @Reference PasswordHashes hashes, @Reference Throttle throttle,
            @Reference Access access, @Reference AuditTrail audit, @Reference Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.hashes = hashes;
        this.throttle = throttle;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Session signIn(String name, Secret password, String source, @Nullable String userAgent) {
        refuseWhenThrottled(name, source, userAgent);
        Optional<StoredUser> found = users.findByName(name);
        boolean right = hashes.matches(password, found.isPresent() ? found.get().passwordHash() : null);
        refuseWhenThrottled(name, source, userAgent); // others may have failed while this one waited for its turn
        if (found.isEmpty() || !right) {
            throttle.failed(name, source);
            throw refused(name, source, userAgent, Problem.of(SecurityProblem.WRONG_CREDENTIALS, "User name or password is wrong."));
        }
        return begin(found.get(), source, userAgent);
    }

    private void refuseWhenThrottled(String name, String source, @Nullable String userAgent) {
        if (throttle.waiting(name, source).isPositive()) {
            throw refused(name, source, userAgent, Throttle.refused().problem());
        }
    }

    private ProblemException refused(String name, String source, @Nullable String userAgent, Problem why) {
        Caller nobody = new Caller(NOBODY, shortened(name), Role.OPERATOR, null, source);
        audit.record(nobody, "security.sign-in", null, Outcome.REFUSED, details(userAgent, why.code().code()));
        return why.exception();
    }

    private static Map<String, Object> details(@Nullable String userAgent, String reason) {
        return Map.of("userAgent", userAgent == null ? "" : shortened(userAgent), "reason", reason);
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(MAX_TEXT, text.length()));
    }

    private Session begin(StoredUser checked, String source, @Nullable String userAgent) {
        User user = checked.user();
        String token = Tokens.token();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        StoredSession session = new StoredSession(Tokens.id(), user, now, now.plus(LIFE));
        if (!sessions.begin(checked, Tokens.fingerprint(token), session, source, new Bounds(now.minus(IDLE), SESSIONS_PER_USER))) {
            // the user was removed, or the password changed, while the hash was computed
            throw Problem.of(SecurityProblem.WRONG_CREDENTIALS, "User name or password is wrong.").exception();
        }
        audit.record(caller(session, source), "security.sign-in", user.id().value(), Outcome.DONE, details(userAgent, "password"));
        return shown(token, session);
    }

    private Session shown(String token, StoredSession session) {
        User user = session.user();
        return new Session(token, user.name(), user.role(), access.granted(user.role()), session.expires(), IDLE.toSeconds());
    }

    @Override
    public Duration retryAfter(String user, String source) {
        return throttle.waiting(user, source);
    }

    @Override
    public Optional<Caller> authenticate(String token, String source) {
        Optional<StoredSession> session = living(token);
        Instant now = clock.instant();
        session.filter(living -> !now.isBefore(living.used().plus(USE_NOTED_EVERY)))
                .ifPresent(used -> sessions.used(Tokens.fingerprint(token), now));
        return session.map(living -> caller(living, source));
    }

    @Override
    public Optional<Session> find(String token) {
        return living(token).map(session -> shown(token, session));
    }

    private Optional<StoredSession> living(String token) {
        Instant now = clock.instant();
        return sessions.find(Tokens.fingerprint(token))
                .filter(session -> now.isBefore(session.expires()) && now.isBefore(session.used().plus(IDLE)));
    }

    private static Caller caller(StoredSession session, String source) {
        return new Caller(session.user().id(), session.user().name(), session.user().role(), session.id(), source);
    }

    @Override
    public void end(String token) {
        living(token).ifPresent(session -> {
            sessions.end(Tokens.fingerprint(token));
            audit.record(caller(session, "session"), "security.sign-out", session.user().id().value(), Outcome.DONE, Map.of());
        });
    }
}
