package org.moothall.client.internal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.SignInAgain;
import org.moothall.core.Credentials;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.core.Secret;
import org.moothall.net.HttpsPeer;
import org.moothall.net.HttpsPeer.Request;
import org.moothall.net.HttpsPeer.Response;
import org.moothall.security.SecurityProblem;
import org.moothall.security.Session;

/** Begins sessions and renews the one in use: the first call that meets its end asks, the others wait for the answer. */
final class Sessions {

    private static final String PATH = "/api/v1/sessions";

    private final HttpsPeer peer;
    private final SignInAgain again;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile Session session;
    private volatile boolean givenUp;

    Sessions(HttpsPeer peer, SignInAgain again, Session session) {
        this.peer = peer;
        this.again = again;
        this.session = session;
    }

    static Session begin(HttpsPeer peer, Credentials credentials) {
        byte[] body = Wire.write(Map.of("user", credentials.user(), "password", credentials.password().reveal()));
        Response response = peer.send(new Request("POST", PATH, Map.of("Content-Type", "application/json", "Accept", "application/json"), body));
        return Wire.read(Wire.tree(good(response).body()), Session.class);
    }

    static Session resume(HttpsPeer peer, Secret token) {
        Response response = peer
                .send(new Request("GET", PATH + "/current", Map.of("Authorization", "Bearer " + token.reveal(), "Accept", "application/json"), new byte[0]));
        Session told = Wire.read(Wire.tree(good(response).body()), Session.class);
        return new Session(token.reveal(), told.user(), told.role(), told.permissions(), told.expires(), told.idleSeconds());
    }

    Session session() {
        return session;
    }

    /** Nobody is asked from now on. */
    void giveUp() {
        givenUp = true;
    }

    /** A session other than this one, which has ended. Blocks while the user is asked. */
    Session renewed(Session ended) throws InterruptedException {
        renewing.lockInterruptibly();
        try {
            if (session.equals(ended)) {
                session = ask(ended.user());
            }
            return session;
        } finally {
            renewing.unlock();
        }
    }

    private Session ask(String user) throws InterruptedException {
        @Nullable Problem refused = null;
        while (true) {
            Credentials credentials = credentials(user, refused);
            try {
                return begin(peer, credentials);
            } catch (ProblemException e) {
                refused = e.problem();
            }
        }
    }

    private Credentials credentials(String user, @Nullable Problem refused) throws InterruptedException {
        Optional<Credentials> given = givenUp ? Optional.empty() : asked(user, refused);
        givenUp = given.isEmpty();
        return given.orElseThrow(() -> Problem.of(SecurityProblem.NOT_SIGNED_IN, "Your session has ended. Sign in again.").exception());
    }

    private Optional<Credentials> asked(String user, @Nullable Problem refused) throws InterruptedException {
        try {
            return again.credentials(user, refused).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("asking for credentials failed", e.getCause());
        }
    }

    private static Response good(Response response) {
        if (response.status() / 100 != 2) {
            throw Problems.of(response).exception();
        }
        return response;
    }
}
