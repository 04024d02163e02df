package org.moothall.node.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.testkit.ManualClock;

/** Wire reference §3: the events channel, as a client of it sees it. */
class EventsWireTest {

    private static final String ALL = "\"elements\":[\"name\",\"participants\",\"distributedInstances\",\"recording\",\"endpointRecording\",\"streaming\",\"lockState\","
            + "\"callType\",\"callCorrelator\"]";

    private final ManualClock clock = new ManualClock();
    private final QuietLab lab;

    EventsWireTest(@TempDir Path folder) {
        lab = new QuietLab(folder, 1, clock);
    }

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void section31ATokenIsInAHeaderOfAnEmptyAnswer() {
        HttpResponse<byte[]> answer = lab.send(0, "POST", "authTokens", "");
        assertEquals(200, answer.statusCode());
        assertEquals(0, answer.body().length);
        assertFalse(answer.headers().firstValue("X-Cisco-CMS-Auth-Token").orElse("").isEmpty());
        assertEquals(Optional.empty(), answer.headers().firstValue("Location"));
        URI bad = URI.create(lab.uri(0, "/events/v1").toString().replace("https", "wss") + "?authToken=bad");
        assertTrue(String.valueOf(assertThrows(RuntimeException.class, () -> new EventsClient(lab.client(), bad).close()).getCause())
                .contains("WebSocketHandshakeException"));
    }

    @Test
    void section32CallsAreAcknowledgedPendingActiveAndToldAsTheyChange() throws InterruptedException {
        String call = call();
        try (EventsClient client = EventsClient.of(lab)) {
            client.subscribe(1, "{\"index\":3,\"type\":\"calls\"," + ALL + "}");
            assertEquals("{\"type\":\"messageAck\",\"messageAck\":{\"messageId\":1,\"status\":\"success\"}}", client.next());
            assertEquals(
                    "{\"type\":\"message\",\"message\":{\"messageId\":1,\"type\":\"subscriptionUpdate\",\"subscriptions\":[{\"index\":3,\"state\":\"pending\"}]}}",
                    client.next());
            assertEquals(
                    "{\"type\":\"message\",\"message\":{\"messageId\":2,\"type\":\"subscriptionUpdate\",\"subscriptions\":[{\"index\":3,\"state\":\"active\"}]}}",
                    client.next());
            String add = client.next();
            assertEquals("{\"type\":\"message\",\"message\":{\"messageId\":3,\"type\":\"callListUpdate\",\"subscriptionIndex\":3,\"updates\":[{\"call\":\""
                    + id(call)
                    + "\",\"updateType\":\"add\",\"name\":\"Board\",\"participants\":0,\"distributedInstances\":1,\"recording\":\"inactive\",\"endpointRecording\":\"inactive\","
                    + "\"streaming\":\"inactive\",\"lockState\":\"unlocked\",\"callType\":\"coSpace\",\"callCorrelator\":\"" + correlator(call) + "\"}]}}",
                    add);
            lab.send(0, "PUT", call, "locked=true&recording=true");
            assertEquals("{\"type\":\"message\",\"message\":{\"messageId\":4,\"type\":\"callListUpdate\",\"subscriptionIndex\":3,\"updates\":[{\"call\":\""
                    + id(call)
                    + "\",\"updateType\":\"update\",\"recording\":\"active\",\"lockState\":\"locked\"}]}}", client.next());
            lab.send(0, "DELETE", call, "");
            assertEquals("{\"type\":\"message\",\"message\":{\"messageId\":5,\"type\":\"callListUpdate\",\"subscriptionIndex\":3,\"updates\":[{\"call\":\""
                    + id(call)
                    + "\",\"updateType\":\"remove\"}]}}", client.next());
        }
    }

    @Test
    void section33ARosterTellsOfPeopleAndOnlyWhatChanged() throws InterruptedException {
        String call = call();
        try (EventsClient client = EventsClient.of(lab)) {
            client.subscribe(1, "{\"index\":1,\"type\":\"callRoster\",\"call\":\"" + id(call)
                    + "\",\"elements\":[\"name\",\"uri\",\"state\",\"direction\",\"audioMuted\",\"videoMuted\","
                    + "\"importance\",\"layout\",\"presenter\",\"endpointRecording\",\"canMove\",\"movedParticipant\",\"movedParticipantCallBridge\"]}");
            String leg = lab.make(0, call + "/participants", "remoteParty=anna@example.com");
            assertTrue(client.until("rosterUpdate").endsWith("\"subscriptionIndex\":1,\"updates\":[{\"participant\":\"" + id(leg)
                    + "\",\"updateType\":\"add\",\"name\":\"anna\","
                    + "\"uri\":\"anna@example.com\",\"state\":\"initial\",\"direction\":\"outgoing\",\"audioMuted\":false,\"videoMuted\":false,\"importance\":0,"
                    + "\"layout\":\"automatic\",\"presenter\":false,\"endpointRecording\":false,\"canMove\":false}]}}"));
            clock.advance(Duration.ofSeconds(5));
            assertTrue(client.until("connected").contains("\"updateType\":\"update\",\"state\":\"connected\""));
            lab.send(0, "PUT", leg, "rxAudioMute=true");
            assertTrue(client.until("audioMuted").endsWith("[{\"participant\":\"" + id(leg) + "\",\"updateType\":\"update\",\"audioMuted\":true}]}}"));
            lab.send(0, "DELETE", leg, "");
            assertTrue(client.until("\"remove\"").contains("{\"participant\":\"" + id(leg) + "\",\"updateType\":\"remove\""));
        }
    }

    @Test
    void section34ARequestReplacesTheListAndSeveralClientsAreIndependent() throws InterruptedException {
        String call = call();
        try (EventsClient one = EventsClient.of(lab); EventsClient other = EventsClient.of(lab)) {
            one.subscribe(1, "{\"index\":1,\"type\":\"calls\",\"elements\":[\"lockState\"]}");
            other.subscribe(1, "{\"index\":1,\"type\":\"callInfo\",\"call\":\"" + id(call) + "\",\"elements\":[\"lockState\",\"joinAudioMuteOverride\"]}");
            one.until("callListUpdate");
            other.until("callInfoUpdate");
            one.subscribe(2, "");
            assertEquals("{\"type\":\"messageAck\",\"messageAck\":{\"messageId\":2,\"status\":\"success\"}}", one.next());
            lab.send(0, "PUT", call, "locked=true&joinAudioMuteOverride=true");
            assertTrue(other.next()
                    .endsWith("\"type\":\"callInfoUpdate\",\"subscriptionIndex\":1,\"callInfo\":{\"lockState\":\"locked\",\"joinAudioMuteOverride\":true}}}"));
            one.subscribe(3, "{\"index\":9,\"type\":\"calls\",\"elements\":[\"lockState\"]}");
            one.next();
            assertTrue(one.next().contains("{\"index\":9,\"state\":\"pending\"}"));
        }
    }

    private String call() {
        return lab.make(0, "calls", "coSpace=" + id(lab.make(0, "coSpaces", "name=Board")));
    }

    private String correlator(String call) {
        String xml = lab.get(0, call);
        return xml.substring(xml.indexOf("<callCorrelator>") + 16, xml.indexOf("</callCorrelator>"));
    }

    private static String id(String location) {
        return location.substring(location.length() - 36);
    }
}
