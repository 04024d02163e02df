package org.moothall.integration.tests;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.moothall.core.Credentials;
import org.moothall.core.Executors;
import org.moothall.core.Secret;
import org.moothall.mediaengine.Arrival;
import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.Catalogue;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.Endpoint;
import org.moothall.mediaengine.Identities;
import org.moothall.mediaengine.Space;
import org.moothall.mediaengine.Spaces;
import org.moothall.mediaengine.Terms;
import org.moothall.mediaengine.callbridge.CallBridge;
import org.moothall.mediaengine.callbridge.CallBridgeSettings;
import org.moothall.mediaengine.callbridge.CallBridgeSettings.Member;
import org.moothall.mediaengine.callbridge.Scenario;
import org.moothall.net.Https;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.spi.CallBridgeConnection;
import org.moothall.servers.spi.CallBridgeConnections;
import org.moothall.testkit.TestCertificates;

import com.fasterxml.jackson.databind.JsonNode;

/** A Meeting Server of one bridge in this framework, in which a test holds meetings; the server manages it until it is closed. */
final class MeetingServerFixture implements AutoCloseable {

    static final String USER = "api";
    static final String PASSWORD = "a-long-enough-password";

    private static final long SEED = 7;
    private static final AtomicLong MADE = new AtomicLong();

    final Conference conference;
    private final OperatorApi api;
    private final CallBridge bridge;
    private final JsonNode managed;

    MeetingServerFixture(OperatorApi api) throws IOException, GeneralSecurityException, InterruptedException {
        this.api = api;
        Path directory = Files.createTempDirectory("moothall-meeting-server");
        TestCertificates certificates = TestCertificates.valid();
        Clock clock = ServerFixture.server().clock(); // a test may have moved it
        Identities ids = new Identities(SEED, 0, MADE.getAndIncrement());
        Catalogue catalogue = new Catalogue(clock, ids, List.of());
        conference = new Conference(clock, new Spaces(clock, ids, List.of()), Terms.of(clock, catalogue), "lab.example", ids);
        Member self = new Member(UUID.randomUUID(), "alone", URI.create("https://127.0.0.1:443"));
        CallBridgeSettings settings = new CallBridgeSettings(self, UUID.randomUUID(), UUID.randomUUID(), List.of(), "127.0.0.1", 0, certificates.keyStore(),
                Secret.of(TestCertificates.password()), new Credentials(USER, Secret.of(PASSWORD)), Secret.of("none"), List.of(),
                ServerFixture.server().authority(), directory,
                clock.instant(), Scenario.NONE);
        bridge = new CallBridge(settings, new CallBridge.Core(conference, catalogue, down -> {}), clock, ServerFixture.service(Https.class),
                ServerFixture.service(Executors.class));
        managed = api.call(201, "POST", "/call-bridges", description(bridge.open(), certificates.sha256())).path("callBridge");
    }

    private static String description(int port, String fingerprint) {
        return "{\"address\":\"127.0.0.1:" + port + "\",\"user\":\"" + USER + "\",\"password\":\"" + PASSWORD
                + "\",\"clusterName\":\"Lab\",\"trust\":{\"mode\":\"pinned\",\"sha256\":\"" + fingerprint + "\"}}";
    }

    /** Its id on the server. */
    String id() {
        return managed.path("id").asText();
    }

    /** Id of the cluster that it is. */
    String cluster() {
        return managed.path("cluster").asText();
    }

    /** As the server itself speaks to it. */
    CallBridgeConnection connection() throws InterruptedException {
        return ServerFixture.service(CallBridgeConnections.class).connection(new CallBridgeId(id()));
    }

    /** Somebody calls into the space of this name, made when there is none. */
    CallLeg join(String space, String person) {
        return join(space, person, Map.of());
    }

    /** As {@link #join(String, String)}, with these settings of the call leg. */
    CallLeg join(String space, String person, Map<String, String> settings) {
        Space room = conference.spaces().list().stream().filter(s -> s.name().equals(space)).findFirst()
                .orElseGet(() -> conference.spaces().create(Map.of("name", space)));
        CallLeg leg = conference
                .join(new Arrival(room.id(), UUID.randomUUID(), new Endpoint(Endpoint.Kind.DESK, person, person.replace(' ', '.') + "@lab.example",
                        "192.0.2.7", ""), settings));
        conference.advance();
        return leg;
    }

    @Override
    public void close() {
        api.call(204, "DELETE", "/call-bridges/" + id(), null);
        bridge.close();
    }
}
