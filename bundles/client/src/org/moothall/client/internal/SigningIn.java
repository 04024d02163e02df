package org.moothall.client.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.moothall.client.Client;
import org.moothall.client.Clients;
import org.moothall.client.ServerAddress;
import org.moothall.client.SignInAgain;
import org.moothall.core.Credentials;
import org.moothall.core.DataSize;
import org.moothall.core.Executors;
import org.moothall.core.PeerCertificate;
import org.moothall.core.Secret;
import org.moothall.net.Https;
import org.moothall.net.Https.PeerSettings;
import org.moothall.net.HttpsPeer;
import org.moothall.security.Session;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Begins sessions and hands out clients of them. */
@Component(service = Clients.class)
public final class SigningIn implements Clients {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration INSPECT_TIMEOUT = Duration.ofSeconds(10);
    private static final DataSize MAX_ANSWER = DataSize.ofMebibytes(32);
    private static final int AT_ONCE = 8;

    private final Https https;
    private final Executors executors;
    private final Clock clock;
    private final Workers workers;

    /** Begins sessions over these connections and threads. */
    @Activate
    public SigningIn(@Reference Https https, @Reference Executors executors, @Reference Clock clock) {
        this.https = https;
        this.executors = executors;
        this.clock = clock;
        this.workers = new Workers(executors.blocking("sign-in", AT_ONCE));
    }

    @Deactivate
    void stop() {
        workers.close();
    }

    @Override
    public CompletableFuture<PeerCertificate> inspect(ServerAddress server) {
        return workers.start(() -> https.inspect(server.host(), server.port(), INSPECT_TIMEOUT));
    }

    @Override
    public CompletableFuture<Client> signIn(ServerAddress server, Credentials credentials, SignInAgain again) {
        return open(server, again, peer -> Sessions.begin(peer, credentials));
    }

    @Override
    public CompletableFuture<Client> resume(ServerAddress server, Secret token, SignInAgain again) {
        return open(server, again, peer -> Sessions.resume(peer, token));
    }

    private CompletableFuture<Client> open(ServerAddress server, SignInAgain again, Function<HttpsPeer, Session> session) {
        return workers.start(() -> {
            HttpsPeer peer = https.peer(new PeerSettings(server.base(), null, server.trust(), TIMEOUT, MAX_ANSWER, AT_ONCE));
            boolean open = false;
            try {
                Client client = new SignedInClient(server, peer, new Sessions(peer, again, session.apply(peer)), executors, clock);
                open = true;
                return client;
            } finally {
                if (!open) {
                    peer.close();
                }
            }
        });
    }
}
