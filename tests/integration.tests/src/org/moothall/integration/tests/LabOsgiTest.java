package org.moothall.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.moothall.testkit.Deadline;
import org.moothall.testkit.RunningLab;

import com.fasterxml.jackson.databind.JsonNode;

/** The built products together, as {@code releng/run --headless} starts them: one lab, one story, told in order. */
@NonNullByDefault({})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIf("org.moothall.testkit.RunningLab#built")
class LabOsgiTest {

    private static final Duration TOLD = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NOT_RESPONDING = "servers.not-responding";

    private static RunningLab lab;
    private static LabApi api;
    private static List<NodeApi> nodes;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException {
        lab = new RunningLab();
        api = new LabApi(lab);
        nodes = new ArrayList<>();
        for (RunningLab.Node node : lab.nodes()) {
            nodes.add(new NodeApi(node));
        }
    }

    @AfterAll
    static void end() {
        if (lab != null) {
            lab.close();
        }
    }

    @Test
    @Order(1)
    void nothingIsToldToWhoIsNotSignedIn() {
        for (String path : List.of("/clusters", "/call-bridges", "/meetings", "/notifications", "/operations", "/users", "/events", "/openapi.json")) {
            assertEquals(401, api.status(path), path);
        }
        assertEquals(401, api.delete("/meetings/1"));
    }

    @Test
    @Order(2)
    void theClusterOfThreeHealthyCallBridgesIsThere() {
        api.signIn(lab.fact("user"), lab.fact("password"));
        assertEquals(List.of("Lab"), api.items("/clusters").stream().map(cluster -> cluster.path("name").asText()).toList());
        assertEquals(3, api.callBridges().size());
        Deadline.await("three healthy Call Bridges", PATIENCE, () -> healthy() == 3);
    }

    @Test
    @Order(3)
    void meetingsMove() {
        Deadline.await("a meeting", PATIENCE, () -> !api.activeMeetings().isEmpty());
        Set<JsonNode> before = people();
        Deadline.await("somebody speaks, mutes, comes or goes", PATIENCE, () -> !people().equals(before));
    }

    @Test
    @Order(4)
    void aSecondRunWithTheSameDataIsRefused() throws IOException {
        assertTrue(lab.refusal("--headless").contains("runs already with --data"));
    }

    @Test
    @Order(5)
    void aStoppedNodeIsToldAsAnErrorAndMeetingsOnTheOthersStayAsTheyAre() throws IOException {
        awaitTruth();
        try (FlickerWatch watch = new FlickerWatch(api, List.of(nodes.get(0), nodes.get(2)))) {
            Deadline.await("the first look", PATIENCE, () -> watch.looks() > 0);
            lab.stop("node-2");
            Deadline.await("the notification", TOLD, () -> conditions("error").stream().anyMatch(key -> key.startsWith(NOT_RESPONDING)));
            int looks = watch.looks();
            Deadline.await("looks and events during the outage", PATIENCE, () -> watch.looks() > looks + 25 && watch.events() > 0);
            lab.startAgain("node", "2");
            Deadline.await("the notification is cleared", PATIENCE, () -> conditions("error").isEmpty());
            Deadline.await("CDRs and events come from all again", PATIENCE, () -> healthy() == 3);
            assertTrue(watch.people() > 0, "somebody was looked at");
            assertEquals(List.of(), watch.findings());
        }
        awaitTruth();
    }

    @Test
    @Order(6)
    void aKilledServerComesBackWithAllThatItHad() throws IOException {
        String ended = endOne();
        Deadline.await("the end of the meeting", PATIENCE, () -> endedMeetings().contains(ended));
        List<String> ids = api.callBridges().stream().map(bridge -> bridge.path("id").asText()).sorted().toList();
        JsonNode session = api.get("/sessions/current");
        List<JsonNode> users = api.items("/users");
        Set<String> history = endedMeetings();

        lab.kill("server");
        lab.startAgain("server");
        Deadline.await("an answer", PATIENCE, api::answers);
        long answered = System.nanoTime();
        assertEquals(session.path("user"), api.get("/sessions/current").path("user"));
        assertEquals(users, api.items("/users"));
        assertEquals(ids, api.callBridges().stream().map(bridge -> bridge.path("id").asText()).sorted().toList());
        assertTrue(endedMeetings().containsAll(history), "ended meetings are still listed");
        Deadline.await("live meetings are complete again", PATIENCE, LabOsgiTest::isTruth);
        // To be at most 5 s on an idle machine; how fast it is here depends on what else runs.
        System.out.println("Live meetings were complete " + Duration.ofNanos(System.nanoTime() - answered).toMillis() + " ms after the first answer.");
    }

    /** Ends a meeting; one that its people leave at this instant is not there to be ended. */
    private static String endOne() {
        return api.activeMeetings().stream().map(meeting -> meeting.path("id").asText()).filter(id -> api.delete("/meetings/" + id) == 204).findFirst()
                .orElseThrow();
    }

    private static void awaitTruth() {
        Deadline.await("the server shows what the nodes have", PATIENCE, LabOsgiTest::isTruth);
    }

    /** Whether the server shows exactly the people that the nodes have, and says that nothing is missing. */
    private static boolean isTruth() {
        Set<String> truth = nodes.stream().flatMap(node -> node.callLegs().stream()).collect(Collectors.toSet());
        Set<String> shown = people().stream().map(person -> person.path("id").asText()).collect(Collectors.toSet());
        return !truth.isEmpty() && truth.equals(shown) && api.activeMeetings().stream().allMatch(meeting -> meeting.path("complete").asBoolean());
    }

    private static Set<JsonNode> people() {
        Set<JsonNode> people = new HashSet<>();
        for (JsonNode meeting : api.activeMeetings()) {
            api.participants(meeting).stream().filter(person -> !person.path("state").asText().equals("gone")).forEach(people::add);
        }
        return people;
    }

    private static Set<String> endedMeetings() {
        return api.items("/meetings?state=ended&limit=100").stream().map(meeting -> meeting.path("id").asText()).collect(Collectors.toSet());
    }

    private static List<String> conditions(String severity) {
        return api.items("/notifications").stream().map(notification -> notification.path("condition"))
                .filter(condition -> condition.path("severity").asText().equals(severity)).map(condition -> condition.path("key").asText()).toList();
    }

    private static long healthy() {
        return api.callBridges().stream().map(bridge -> bridge.path("status"))
                .filter(status -> status.path("health").asText().equals("ok") && status.path("cdr").asText().equals("connected")
                        && status.path("events").asText().equals("connected"))
                .count();
    }
}
