package org.moothall.servers.internal.health;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

import org.moothall.core.Credentials;
import org.moothall.core.DataSize;
import org.moothall.core.PeerCertificate;
import org.moothall.core.TrustPolicy;
import org.moothall.net.Https;
import org.moothall.net.Https.PeerSettings;
import org.moothall.net.HttpsPeer;
import org.moothall.servers.internal.Address;
import org.moothall.servers.internal.driver.BridgeDriver;
import org.moothall.servers.spi.CallBridgeConnection;

/**
 * The connections to one bridge: one for other domains, and one for health alone, so that long lists never make a bridge
 * look dead and a dying bridge is noticed quickly.
 */
public final class BridgeLink implements AutoCloseable {

    private static final Duration HEALTH_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration API_TIMEOUT = Duration.ofSeconds(20);
    private static final DataSize MAX_BODY = DataSize.ofMebibytes(10);
    private static final int CONCURRENT = 8;

    private final HttpsPeer healthPeer;
    private final BridgeDriver health;
    private final BridgeDriver api;

    /** Connects at the first use. */
    public BridgeLink(Https https, Address address, Credentials credentials, TrustPolicy trust, ExecutorService threads) {
        URI base = address.base();
        BridgeDriver.Pause pause = length -> Thread.sleep(length);
        healthPeer = https.peer(new PeerSettings(base, credentials, trust, HEALTH_TIMEOUT, MAX_BODY, 1));
        health = new BridgeDriver(healthPeer, address.toString(), threads, pause);
        api = new BridgeDriver(https.peer(new PeerSettings(base, credentials, trust, API_TIMEOUT, MAX_BODY, CONCURRENT)), address.toString(), threads, pause);
    }

    /** For polls. */
    public CallBridgeConnection health() {
        return health;
    }

    /** For everybody else. */
    public CallBridgeConnection api() {
        return api;
    }

    /** What it showed last. */
    public Optional<PeerCertificate> certificate() {
        return healthPeer.certificate();
    }

    /** Ends the events channels of a bridge that does not answer. */
    public void breakEvents() {
        api.breakEvents("the Call Bridge does not respond");
    }

    @Override
    public void close() {
        health.close();
        api.close();
    }
}
