package org.moothall.client;

import java.util.concurrent.CompletableFuture;

import org.moothall.core.Credentials;
import org.moothall.core.PeerCertificate;
import org.moothall.core.Secret;

/**
 * The way in to a server. Service, and usable without OSGi by {@link ClientsFactory}. Thread-safe; nothing here blocks.
 * Futures complete exceptionally with a {@code ProblemException}, as they are when asked with {@code join} wrapped in a
 * {@code CompletionException}; cancelling one stops the work.
 */
public interface Clients {

    /** The certificate that the server shows, for confirmation on first use. Nothing is sent. Problems of the network. */
    CompletableFuture<PeerCertificate> inspect(ServerAddress server);

    /**
     * Signs in. Problems: {@code security.wrong-credentials}, {@code security.throttled}, those of the network
     * ({@code net.certificate-not-trusted} calls for {@link #inspect} and a pinned certificate).
     *
     * @param again asked when the session has ended while the client is in use
     */
    CompletableFuture<Client> signIn(ServerAddress server, Credentials credentials, SignInAgain again);

    /**
     * Goes on with a session that was begun elsewhere or earlier.
     *
     * @param token of the session; {@code security.not-signed-in} when it has ended
     */
    CompletableFuture<Client> resume(ServerAddress server, Secret token, SignInAgain again);
}
