package org.moothall.net;

import java.net.URI;
import java.time.Duration;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Credentials;
import org.moothall.core.DataSize;
import org.moothall.core.PeerCertificate;
import org.moothall.core.TrustPolicy;

/** All outbound HTTPS and WebSocket connections. Service, and usable without OSGi by {@code HttpsFactory}. Thread-safe. */
public interface Https {

    /** A peer to talk to; close it to end its connections. */
    HttpsPeer peer(PeerSettings settings);

    /**
     * A peer that is spoken to without encryption, and therefore without credentials: only where a protocol allows it and an
     * operator wrote {@code http://} (a Meeting Server's call detail records).
     *
     * @param base {@code http://host:port}
     */
    default HttpsPeer plainPeer(URI base, Duration timeout) {
        throw new IllegalStateException("this implementation speaks HTTPS only");
    }

    /** Connects without trusting, only to show the certificate for confirmation; sends nothing. Throws {@link NetProblem}s. */
    PeerCertificate inspect(String host, int port, Duration timeout);

    /**
     * How to reach a peer.
     *
     * @param base {@code https://host:port}; IPv6 in brackets
     * @param credentials sent as HTTP Basic when not null
     * @param timeout for connecting and for a whole answer
     * @param maxBody answers longer than this are refused
     * @param maxConcurrent requests under way at once; more wait
     */
    record PeerSettings(URI base, @Nullable Credentials credentials, TrustPolicy trust, Duration timeout, DataSize maxBody, int maxConcurrent) {}
}
