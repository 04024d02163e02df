package org.moothall.servers.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.Credentials;
import org.moothall.core.Secret;
import org.moothall.core.Trust;
import org.moothall.mediaengine.Arrival;
import org.moothall.mediaengine.Catalogue;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.Endpoint;
import org.moothall.mediaengine.Feature;
import org.moothall.mediaengine.Identities;
import org.moothall.mediaengine.Licences.Alarm;
import org.moothall.mediaengine.Space;
import org.moothall.mediaengine.Spaces;
import org.moothall.mediaengine.Terms;
import org.moothall.mediaengine.callbridge.CallBridge;
import org.moothall.mediaengine.callbridge.CallBridgeSettings;
import org.moothall.mediaengine.callbridge.Scenario;
import org.moothall.net.Https;
import org.moothall.net.HttpsFactory;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.NewCallBridge;
import org.moothall.store.Store;
import org.moothall.store.Stores;
import org.moothall.testkit.MemoryVault;
import org.moothall.testkit.RecordedEvents;
import org.moothall.testkit.RecordedNotifications;
import org.moothall.testkit.SteppedTime;
import org.moothall.testkit.TestCertificates;
import org.moothall.testkit.TestExecutors;

/** This domain and a node live through a year in one stepped time, over a real network. */
class NodeInSteppedTimeTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final UUID SPACE = new UUID(7, 7);
    private static final UUID HOST = new UUID(5, 5);
    private static final Secret PASSWORD = Secret.of("a-long-enough-password");

    private final Path folder;
    private final SteppedTime time = new SteppedTime();
    private final TestExecutors storeThreads = new TestExecutors(); // whoever writes waits for it
    private final Https https = HttpsFactory.create();
    private final TestCertificates certificate = TestCertificates.valid();
    private final Conference conference;
    private final CallBridge node;
    private final Store store;
    private final ConfiguredServers servers;
    private final CallBridgeId known;

    NodeInSteppedTimeTest(@TempDir Path folder) {
        this.folder = folder;
        Identities ids = new Identities(7, 0, 0);
        Catalogue catalogue = new Catalogue(time.clock(), ids, List.of());
        conference = new Conference(time.clock(), new Spaces(time.clock(), ids, List.of(new Space(SPACE, Map.of("name", "Board"), 1, false))),
                Terms.of(time.clock(), catalogue), "lab.example", ids);
        CallBridgeSettings.Member self = new CallBridgeSettings.Member(new UUID(3, 3), "alone", URI.create("https://127.0.0.1:443"));
        node = new CallBridge(new CallBridgeSettings(self, HOST, new UUID(4, 4), List.of(), "127.0.0.1", 0, certificate.keyStore(),
                Secret.of(TestCertificates.password()), new Credentials("api", PASSWORD), Secret.of("none"), List.of(), folder.resolve("trust.pem"), folder,
                time.clock().instant(), Scenario.NONE), new CallBridge.Core(conference, catalogue, down -> {}), time.clock(), https, time.executors());
        int port = node.open();
        store = Stores.embedded(folder, storeThreads);
        servers = new ConfiguredServers(store, new MemoryVault(), https, time.executors(), time.clock(), new RecordedNotifications(), new RecordedEvents());
        known = servers.add(new NewCallBridge("127.0.0.1:" + port, "api", PASSWORD, null, new Trust(Trust.Mode.CHAIN, null, certificate.pem()), null)).id();
    }

    @AfterEach
    void end() throws InterruptedException {
        servers.deactivate();
        node.close();
        store.close();
        time.close();
        storeThreads.close();
    }

    @Test
    void afterEachDayOfAYearTheServerKnowsTheNodeAsItIsOnThatDay() throws IOException {
        for (int day = 1; day <= 365; day++) {
            if (day == 100) {
                conference.join(new Arrival(SPACE, null, new Endpoint(Endpoint.Kind.ROOM, "Hall", "hall@lab.example", "10.0.0.1", ""), Map.of()));
            }
            time.step(DAY);
            org.moothall.servers.CallBridge.Status status = servers.findCallBridge(known).orElseThrow().status();
            assertEquals(time.clock().instant(), status.lastSeen(), status.message());
            assertEquals(DAY.multipliedBy(day).toSeconds(), status.uptimeSeconds());
            assertEquals(day < 100 ? 0 : 1, status.callLegsActive());
        }
        try (Stream<Path> days = Files.list(folder.resolve("usage").resolve(HOST.toString()))) {
            assertEquals(91, days.count(), "snapshots are kept for 90 days and of today");
        }
    }

    @Test
    void aLicenceExpiresOnItsDayAndParticipantsMeetMoreNinetyDaysLater() {
        LocalDate today = LocalDate.ofInstant(time.clock().instant(), java.time.ZoneOffset.UTC);
        conference.terms().licences().set(Map.of(Feature.CALL_BRIDGE, Optional.of(today.plusDays(90))));
        for (int day = 1; day <= 200; day++) {
            time.step(DAY);
            assertEquals(day < 90 ? Alarm.NONE : day < 180 ? Alarm.ENFORCED : Alarm.HIGH, conference.terms().licences().alarm());
        }
        assertTrue(conference.terms().licences().encryption());
    }
}
