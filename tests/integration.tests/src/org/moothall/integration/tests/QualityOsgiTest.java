package org.moothall.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.EndReason;
import org.moothall.mediaengine.MediaStatistics;
import org.moothall.mediaengine.MediaStatistics.Alarm;

import com.fasterxml.jackson.databind.JsonNode;

/** Who is badly connected on a Meeting Server of ours is found over the API, with the reason and the figures. */
@NonNullByDefault({})
class QualityOsgiTest {

    private static final int TRIES = 2_000;

    private static ServerFixture server;
    private static MeetingServerFixture lab;
    private static OperatorApi api;
    private static String before;

    @BeforeAll
    static void open() throws Exception {
        server = ServerFixture.server();
        api = new OperatorApi(server);
        before = api.get("/settings/quality").toString();
        api.call(200, "PUT", "/settings/quality", "{\"lossPercent\":0.5,\"forSeconds\":0,\"everySeconds\":1}");
        lab = new MeetingServerFixture(api);
        // only records tell the address of a device, so they have to reach us before somebody calls
        api.await("/call-bridges/" + lab.id(), shown -> shown.path("status").path("cdr").asText().equals("connected"));
    }

    @AfterAll
    static void close() {
        api.call(200, "PUT", "/settings/quality", before);
        lab.close();
    }

    @Test
    void aLegWithLossComesIntoTheInboxWithItsReasonAndLeavesItWhenItEnds() {
        CallLeg bad = somebodyOnABadLine("Lossy");
        JsonNode leg = api.await("/quality/legs?q=lossy&subnet=192.0.2.0/24", page -> page.path("items").size() == 1).path("items").path(0);
        assertEquals(bad.id().toString(), leg.path("participant").asText());
        assertEquals("Lossy", leg.path("meetingName").asText());
        assertEquals("packet-loss", leg.path("alarms").path(0).asText());
        assertTrue(leg.path("reason").asText().matches("packet loss \\d+\\.\\d % (received|sent) (audio|video|presentation) for \\d+ s.*"), leg::toString);
        assertEquals("192.0.2.0/24", api.get("/quality/groups?by=subnet&q=lossy").path(0).path("name").asText());
        assertEquals(leg.path("callBridge"), api.get("/quality/groups?q=lossy").path(0).path("name"));
        api.await("/meetings/" + leg.path("meeting").asText() + "/participants", page -> page.path("items").path(0).path("quality").asText().equals("poor"));
        lab.conference.hangUp(bad.id(), EndReason.API_INITIATED_TEARDOWN);
        api.await("/quality/legs?q=lossy", page -> page.path("items").isEmpty());
    }

    @Test
    void theStatisticsOfALegAreLiveWhileSomebodyLooksAndItsEndStaysInHistory() {
        CallLeg leg = lab.join("Figures", "Ada");
        String path = "/meetings/" + api.meeting("figures", 1) + "/participants/" + leg.id() + "/statistics";
        JsonNode first = api.await(path, all -> !all.path("legs").path(0).path("samples").isEmpty()).path("legs").path(0);
        JsonNode audio = first.path("samples").path(0).path("streams").path(0);
        assertEquals("receive audio", audio.path("direction").asText() + " " + audio.path("medium").asText());
        assertNotEquals("", audio.path("codec").asText());
        assertTrue(audio.path("bitRate").asLong() > 0 && audio.has("lossPercent") && audio.has("jitter"), audio::toString);
        String at = first.path("samples").path(0).path("at").asText();
        api.await(path + "?since=" + at, all -> !all.path("legs").path(0).path("samples").isEmpty());
        lab.conference.hangUp(leg.id(), EndReason.API_INITIATED_TEARDOWN);
        JsonNode end = api.await(path, all -> all.path("legs").path(0).has("end")).path("legs").path(0).path("end");
        assertNotEquals("", end.path("streams").path(0).path("codec").asText());
    }

    /** How good a line is follows from the leg's id, so somebody calls again until it is a bad one. */
    private static CallLeg somebodyOnABadLine(String space) {
        for (int i = 0; i < TRIES; i++) {
            CallLeg leg = lab.join(space, "Person " + i);
            Set<Alarm> alarms = MediaStatistics.of(leg, server.clock().instant()).alarms();
            if (alarms.contains(Alarm.PACKET_LOSS)) {
                return leg;
            }
            lab.conference.hangUp(leg.id(), EndReason.API_INITIATED_TEARDOWN);
        }
        throw new AssertionError("nobody's line is bad");
    }
}
