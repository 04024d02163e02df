package org.moothall.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.EndReason;
import org.moothall.mediaengine.MediaStatistics;
import org.moothall.meetings.spi.UpcomingMeetings;
import org.moothall.meetings.spi.UpcomingMeetings.Upcoming;
import org.moothall.servers.ClusterId;
import org.osgi.framework.ServiceRegistration;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An operator's morning by HTTP alone, on Meeting Servers of ours with three thousand meetings: what {@code curl} would do, told in
 * order. The clock of all is put to five past two and, after a meeting, to the morning after it.
 */
@NonNullByDefault({})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperatorsMorningOsgiTest {

    private static final int MEETINGS = 3_000;

    private static ServerFixture server;
    private static OperatorApi api;
    private static final List<MeetingServerFixture> LABS = new ArrayList<>();
    private static String cluster;
    private static CallLeg wilhelmina;
    private static Instant then;
    private static String council;

    @BeforeAll
    static void aLabOfTwoMeetingServersWithManyMeetings() throws Exception {
        server = ServerFixture.server();
        api = new OperatorApi(server);
        for (int i = 0; i < 2; i++) {
            LABS.add(new MeetingServerFixture(api));
        }
        cluster = LABS.get(0).cluster();
        aMeetingOfYesterday();
        for (int i = 0; i < MEETINGS; i++) {
            LABS.get(i % 2).join("Council " + i, "Member " + i);
        }
        wilhelmina = LABS.get(0).join("Council 42", "Wilhelmina Tell");
        api.await("/meetings?q=council&limit=1", page -> page.path("total").asInt() == MEETINGS);
    }

    private static void aMeetingOfYesterday() throws Exception {
        ZonedDateTime two = server.clock().instant().atZone(ZoneOffset.UTC).plusDays(1).with(LocalTime.of(14, 0));
        then = two.plusMinutes(5).toInstant();
        setClock(two.toInstant());
        CallLeg early = LABS.get(1).join("Yesterday", "Early Bird");
        CallLeg left = LABS.get(1).join("Yesterday", "Left Later");
        council = api.meeting("yesterday", 2);
        LABS.get(1).conference.change(early.id(), Map.of("rxAudioMute", "true"));
        api.await(people(council) + "?q=early", page -> page.path("items").path(0).path("audioMuted").asBoolean());
        setClock(two.plusMinutes(10).toInstant());
        LABS.get(1).conference.hangUp(left.id(), EndReason.API_INITIATED_TEARDOWN);
        LABS.get(1).join("Yesterday", "Came Later");
        api.await("/meetings/" + council, shown -> shown.path("participants").asInt() == 2);
        api.call(204, "DELETE", "/meetings/" + council, null);
        api.await("/meetings/" + council, shown -> shown.path("state").asText().equals("ended"));
        setClock(two.plusDays(1).with(LocalTime.of(9, 0)).toInstant());
    }

    private static void setClock(Instant to) throws Exception {
        server.clock().advance(Duration.between(server.clock().instant(), to));
        api.signInAgain();
    }

    @AfterAll
    static void goHome() {
        LABS.forEach(MeetingServerFixture::close);
    }

    @Test
    @Order(1)
    void findsAPersonInManyMeetingsByTypingFourLetters() {
        JsonNode found = api.await("/meetings?q=wilh", page -> page.path("total").asInt() == 1).path("items").path(0);
        assertEquals("Council 42", found.path("name").asText());
        JsonNode person = api.get(people(found.path("id").asText()) + "?q=wilh").path("items").path(0);
        assertEquals(wilhelmina.id().toString(), person.path("id").asText());
    }

    @Test
    @Order(2)
    void mutesAllButOneInThreeMeetingsAtOnce() {
        for (String name : List.of("Tax", "Roads", "Parks")) {
            CallLeg chair = LABS.get(0).join(name, "Chair");
            LABS.get(0).join(name, "Ada");
            LABS.get(0).join(name, "Bert");
            String meeting = api.meeting(name, 3);
            List<String> others = api.items(people(meeting)).stream().map(person -> person.path("id").asText()).filter(id -> !id.equals(chair.id().toString()))
                    .map(id -> '"' + id + '"').toList();
            JsonNode done = api.call(200, "PATCH", people(meeting), "{\"participants\":[" + String.join(",", others) + "],\"audioMuted\":true}");
            assertEquals(2, done.path("outcomes").size());
            done.path("outcomes").forEach(outcome -> assertTrue(outcome.path("done").asBoolean(), outcome::toString));
            api.await(people(meeting), page -> {
                int muted = 0;
                for (JsonNode person : page.path("items")) {
                    muted += person.path("audioMuted").asBoolean() ? 1 : 0;
                    assertFalse(person.path("id").asText().equals(chair.id().toString()) && person.path("audioMuted").asBoolean());
                }
                return muted == 2;
            });
        }
    }

    @Test
    @Order(3)
    void movesSomeoneAfterReadingWhatThereIsToKnow() {
        String from = api.meeting("wilh", 2);
        String to = api.meeting("parks", 3);
        api.call(200, "PATCH", "/meetings/" + to, "{\"recording\":true}");
        api.await("/meetings/" + to, meeting -> meeting.path("recording").asBoolean());
        String order = "{\"participants\":[\"" + wilhelmina.id() + "\"],\"to\":\"" + to + "\"}";
        List<String> codes = new ArrayList<>();
        api.call(200, "POST", people(from) + "/move-check", order).path("warnings").forEach(warning -> codes.add(warning.path("code").asText()));
        assertTrue(codes.contains("recording"), codes::toString);
        JsonNode moved = api.call(200, "POST", people(from) + "/move", order).path("outcomes").path(0);
        assertTrue(moved.path("done").asBoolean(), moved::toString);
        api.await("/meetings?q=wilh", page -> page.path("items").path(0).path("participants").asInt() > 0
                && api.get(people(to) + "?q=wilh").path("items").path(0).path("state").asText().equals("connected"));
    }

    @Test
    @Order(4)
    void admitsTheLobbyWhenAnActivatorIsThereAndIsToldWhenNot() {
        CallLeg guest = LABS.get(0).join("Hearing", "Guest", Map.of("needsActivation", "true"));
        String meeting = api.await("/meetings?q=hearing", page -> page.path("items").path(0).path("inLobby").asInt() == 1).path("items").path(0).path("id")
                .asText();
        JsonNode refused = api.call(200, "PATCH", people(meeting) + "/" + guest.id(), "{\"inLobby\":false}");
        assertTrue(refused.path("problem").asText().contains("activator"), refused::toString);
        LABS.get(0).join("Hearing", "Clerk");
        api.await("/meetings/" + meeting, shown -> shown.path("participants").asInt() == 2 && shown.path("inLobby").asInt() == 0);
        api.call(200, "PATCH", "/meetings/" + meeting, "{\"locked\":true}");
        CallLeg late = LABS.get(0).join("Hearing", "Latecomer", Map.of("needsActivation", "true"));
        api.await("/meetings/" + meeting, shown -> shown.path("inLobby").asInt() == 1);
        api.await(people(meeting) + "?q=clerk", page -> page.path("items").path(0).path("activator").asBoolean());
        assertFalse(api.await(people(meeting) + "?q=guest", page -> page.path("items").path(0).has("activator")).path("items").path(0).path("activator")
                .asBoolean());
        api.await("/meetings/" + meeting, shown -> shown.path("lockMode").asText().equals("all"));
        JsonNode admitted = api.call(200, "PATCH", people(meeting) + "/" + late.id(), "{\"inLobby\":false}");
        assertTrue(admitted.path("done").asBoolean(), admitted::toString);
        api.await("/meetings/" + meeting, shown -> shown.path("inLobby").asInt() == 0);
    }

    @Test
    @Order(5)
    void seesWhoHasBadQualityAndWhy() {
        String before = api.get("/settings/quality").toString();
        api.call(200, "PUT", "/settings/quality", "{\"lossPercent\":0.5,\"forSeconds\":0,\"everySeconds\":1}");
        CallLeg bad = LABS.get(1).join("Harbour", "Caller");
        while (!MediaStatistics.of(bad, server.clock().instant()).alarms().contains(MediaStatistics.Alarm.PACKET_LOSS)) {
            LABS.get(1).conference.hangUp(bad.id(), EndReason.API_INITIATED_TEARDOWN);
            bad = LABS.get(1).join("Harbour", "Caller");
        }
        JsonNode leg = api.await("/quality/legs?q=harbour", page -> page.path("items").size() == 1).path("items").path(0);
        assertEquals("Caller packet loss", leg.path("name").asText() + ' ' + leg.path("reason").asText().substring(0, 11));
        api.call(200, "PUT", "/settings/quality", before);
    }

    @Test
    @Order(6)
    void opensYesterdayOfAMeetingAndSeesWhoWasThere() {
        assertTrue(api.items("/meetings?at=" + then).stream().anyMatch(item -> item.path("id").asText().equals(council)), "it went on then");
        assertEquals(0, api.get("/meetings?q=yesterday&at=" + then.plusSeconds(3_600)).path("total").asInt(), "an hour later it was over");
        assertEquals("active", api.get("/meetings/" + council + "?at=" + then).path("state").asText());
        List<String> there = api.items(people(council) + "?at=" + then).stream()
                .map(person -> person.path("name").asText() + (person.path("audioMuted").asBoolean() ? ", muted" : "")).sorted().toList();
        assertEquals(List.of("Early Bird, muted", "Left Later"), there);
    }

    @Test
    @Order(7)
    void seesWhatIsUpcomingFromAPluginsSource() {
        Instant start = server.clock().instant().plusSeconds(3600);
        UpcomingMeetings source = () -> List.of(new Upcoming("plan-1", "Afternoon round", new ClusterId(cluster), start, start.plusSeconds(1800), null, null));
        ServiceRegistration<UpcomingMeetings> registered = ServerFixture.bundles().registerService(UpcomingMeetings.class, source, new Hashtable<>());
        JsonNode upcoming = api.await("/meetings?state=upcoming&q=aftern", page -> page.path("items").size() == 1).path("items").path(0);
        assertEquals("upcoming", upcoming.path("state").asText());
        assertEquals("Afternoon round", api.get("/meetings/plan-1").path("name").asText());
        registered.unregister();
        api.await("/meetings?state=upcoming", page -> page.path("items").isEmpty());
    }

    private static String people(String meeting) {
        return "/meetings/" + meeting + "/participants";
    }
}
