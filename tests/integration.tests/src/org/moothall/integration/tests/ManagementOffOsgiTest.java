package org.moothall.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.spi.CallBridgeConnections;

import com.fasterxml.jackson.databind.JsonNode;

/** Meeting management of a cluster is switched off and on again, over a Meeting Server of ours. */
@NonNullByDefault({})
class ManagementOffOsgiTest {

    @Test
    void meetingManagementOffTakesUsOffReceiversAndEventsAtOnceSaysSoAndOnAgainResynchronises() throws Exception {
        ServerFixture server = ServerFixture.server();
        OperatorApi api = new OperatorApi(server);
        MeetingServerFixture lab = new MeetingServerFixture(server.authority());
        JsonNode added = api.call(201, "POST", "/call-bridges", lab.description()).path("callBridge");
        String bridge = added.path("id").asText();
        String cluster = "/clusters/" + added.path("cluster").asText();
        lab.join("Switched", "Ada");
        String meeting = api.meeting("switched", 1);
        api.await("/call-bridges/" + bridge, shown -> status(shown).equals("connected connected"));

        JsonNode off = api.call(200, "PATCH", cluster, "{\"manageMeetings\":false}");
        assertEquals(0, receivers(bridge), "off its CDR receivers when the answer is there");
        assertFalse(off.path("manageMeetings").asBoolean());
        api.await("/call-bridges/" + bridge, shown -> status(shown).equals("off off"));
        api.await("/meetings?q=switched", page -> page.path("items").isEmpty());
        api.call(404, "GET", "/meetings/" + meeting, null);
        lab.join("Switched", "Bert");

        api.call(200, "PATCH", cluster, "{\"manageMeetings\":true}");
        api.await("/call-bridges/" + bridge, shown -> status(shown).equals("connected connected"));
        assertEquals(1, receivers(bridge));
        JsonNode again = api.await("/meetings?q=switched", page -> page.path("items").path(0).path("participants").asInt() == 2
                && page.path("items").path(0).path("complete").asBoolean());
        assertEquals(meeting, again.path("items").path(0).path("id").asText());
        api.call(204, "DELETE", "/call-bridges/" + bridge, null);
        lab.close();
    }

    private static String status(JsonNode bridge) {
        return bridge.path("status").path("cdr").asText() + " " + bridge.path("status").path("events").asText();
    }

    private static int receivers(String bridge) throws InterruptedException {
        return ServerFixture.service(CallBridgeConnections.class).connection(new CallBridgeId(bridge)).get("system/cdrReceivers", Map.of()).children().size();
    }
}
