package org.moothall.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/** Meeting management of a cluster is switched off and on again, over a Meeting Server of ours. */
@NonNullByDefault({})
class ManagementOffOsgiTest {

    @Test
    void meetingManagementOffTakesUsOffReceiversAndEventsAtOnceSaysSoAndOnAgainResynchronises() throws Exception {
        OperatorApi api = new OperatorApi(ServerFixture.server());
        MeetingServerFixture lab = new MeetingServerFixture(api);
        String bridge = "/call-bridges/" + lab.id();
        String cluster = "/clusters/" + lab.cluster();
        lab.join("Switched", "Ada");
        String meeting = api.meeting("switched", 1);
        api.await(bridge, shown -> status(shown).equals("connected connected"));

        JsonNode off = api.call(200, "PATCH", cluster, "{\"manageMeetings\":false}");
        assertEquals(0, receivers(lab), "off its CDR receivers when the answer is there");
        assertFalse(off.path("manageMeetings").asBoolean());
        api.await(bridge, shown -> status(shown).equals("off off"));
        api.await("/meetings?q=switched", page -> page.path("items").isEmpty());
        api.call(404, "GET", "/meetings/" + meeting, null);
        lab.join("Switched", "Bert");

        api.call(200, "PATCH", cluster, "{\"manageMeetings\":true}");
        api.await(bridge, shown -> status(shown).equals("connected connected"));
        assertEquals(1, receivers(lab));
        JsonNode again = api.await("/meetings?q=switched", page -> page.path("items").path(0).path("participants").asInt() == 2
                && page.path("items").path(0).path("complete").asBoolean());
        assertEquals(meeting, again.path("items").path(0).path("id").asText());
        lab.close();
    }

    private static String status(JsonNode bridge) {
        return bridge.path("status").path("cdr").asText() + " " + bridge.path("status").path("events").asText();
    }

    private static int receivers(MeetingServerFixture lab) throws InterruptedException {
        return lab.connection().get("system/cdrReceivers", Map.of()).children().size();
    }
}
