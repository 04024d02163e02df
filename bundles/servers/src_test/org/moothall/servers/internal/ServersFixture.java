package org.moothall.servers.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.moothall.core.PeerCertificate;
import org.moothall.core.Trust;
import org.moothall.net.Https;
import org.moothall.net.HttpsFactory;
import org.moothall.net.HttpsPeer;
import org.moothall.servers.CallBridge;
import org.moothall.servers.CallBridgeId;
import org.moothall.store.Store;
import org.moothall.store.Stores;
import org.moothall.testkit.Deadline;
import org.moothall.testkit.ManualClock;
import org.moothall.testkit.ManualScheduler;
import org.moothall.testkit.MemoryVault;
import org.moothall.testkit.RecordedEvents;
import org.moothall.testkit.RecordedNotifications;
import org.moothall.testkit.TestCertificates;
import org.moothall.testkit.TestExecutors;

/** The domain on a real store and a real network, by a clock that the test moves; with bridges of its own. */
final class ServersFixture implements AutoCloseable {

    /** How long a bridge has for an answer here, so that tests of slow ones need not last. */
    static final Duration PATIENCE = Duration.ofSeconds(4);

    final RecordedEvents events = new RecordedEvents();
    final RecordedNotifications notifications = new RecordedNotifications();
    final MemoryVault vault = new MemoryVault();
    final ConfiguredServers servers;
    final TestCertificates certificate;
    private final ManualClock clock = new ManualClock();
    private final ManualScheduler scheduler = new ManualScheduler(clock);
    private final TestExecutors executors = new TestExecutors(scheduler);
    private final Store store;
    private final Map<Integer, Duration> patience = new ConcurrentHashMap<>();
    private boolean stopped;
    private final List<FakeCallBridge> bridges = new ArrayList<>();

    ServersFixture(Path directory, TestCertificates certificate) {
        this.certificate = certificate;
        store = Stores.embedded(directory, executors);
        servers = new ConfiguredServers(store, vault, new Impatient(HttpsFactory.create(), patience), executors, clock, notifications, events);
    }

    /** A bridge that shows the certificate everybody trusts. */
    FakeCallBridge bridge(String name) {
        return bridge(certificate, name);
    }

    FakeCallBridge bridge(TestCertificates shown, String name) {
        FakeCallBridge bridge = new FakeCallBridge(shown, name);
        bridges.add(bridge);
        return bridge;
    }

    /** This bridge, which is yet to be added, has so long for each answer. */
    void patience(FakeCallBridge bridge, Duration limit) {
        patience.put(bridge.server.port(), limit);
    }

    /** All these bridges are one cluster. */
    static void cluster(String identity, FakeCallBridge... members) {
        for (FakeCallBridge member : members) {
            member.in(identity, List.of(members));
        }
    }

    /** Trust in the authority of the certificate that bridges show here. */
    Trust trust() {
        return new Trust(Trust.Mode.CHAIN, null, certificate.pem());
    }

    CallBridge add(FakeCallBridge bridge) {
        return servers.add(bridge.asNew(trust()));
    }

    CallBridge now(CallBridge bridge) {
        return now(bridge.id());
    }

    CallBridge now(CallBridgeId id) {
        return servers.findCallBridge(id).orElseThrow();
    }

    /** Lets time go by until this is so. */
    void until(java.util.function.BooleanSupplier condition) {
        Deadline.await(() -> {
            scheduler.advance(Duration.ofSeconds(1));
            return condition.getAsBoolean();
        });
    }

    /** Ends the domain alone. */
    void stop() throws InterruptedException {
        if (!stopped) {
            stopped = true;
            servers.deactivate();
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop();
        store.close();
        executors.close();
        bridges.forEach(FakeCallBridge::close);
    }

    /** The real thing, with less time for everything. */
    private record Impatient(Https real, Map<Integer, Duration> patience) implements Https {

        @Override
        public HttpsPeer peer(PeerSettings settings) {
            Duration limit = patience.getOrDefault(settings.base().getPort(), PATIENCE);
            return real.peer(new PeerSettings(settings.base(), settings.credentials(), settings.trust(), limit, settings.maxBody(), settings.maxConcurrent()));
        }

        @Override
        public PeerCertificate inspect(String host, int port, Duration timeout) {
            return real.inspect(host, port, PATIENCE);
        }

        @Override
        public HttpsPeer plainPeer(URI base, Duration timeout) {
            return real.plainPeer(base, PATIENCE);
        }
    }
}
