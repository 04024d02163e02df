package org.moothall.node.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.ProblemException;
import org.moothall.mediaengine.callbridge.Scenario;
import org.moothall.testkit.ManualClock;

/** What goes wrong on purpose: by a scenario, and by orders over the lab API. */
class FaultsTest {

    private static final String OPEN = "{\"seed\":5,\"labApi\":true,\"faults\":[]}";

    private final Path folder;
    private final ManualClock clock = new ManualClock();
    private @Nullable QuietLab started;

    FaultsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void end() {
        QuietLab lab = started;
        if (lab != null) {
            lab.close();
        }
    }

    @Test
    void theLabApiIsThereOnlyWhereTheScenarioSaysSoAndOnlyForThoseWhoMaySignIn() {
        QuietLab lab = lab("{\"seed\":5,\"labApi\":false,\"faults\":[]}");
        assertEquals(404, lab.send(0, "GET", "/lab/v1/faults", "").statusCode());
        lab.close();
        QuietLab open = lab(OPEN);
        assertEquals("{\"faults\":[]}", text(open, "GET", "/lab/v1/faults", ""));
        assertEquals(401, open.send(HttpRequest.newBuilder(open.uri(0, "/lab/v1/faults")).build()).statusCode());
        assertEquals(404, open.send(0, "GET", "/lab/v1/weather", "").statusCode());
        assertEquals(400, open.send(0, "POST", "/lab/v1/faults", "{\"kind\":\"weather\"}").statusCode());
        assertTrue(text(open, "POST", "/lab/v1/faults", "{\"kind\":\"status\",\"status\":200}").contains("faults.status must be 400 to 599."));
    }

    @Test
    void someAnswersAreErrorsByTheSeed() {
        String scenario = "{\"seed\":%d,\"labApi\":false,\"faults\":[{\"kind\":\"status\",\"status\":502,\"probability\":0.4,\"path\":\"/api/v1/calls\"}]}";
        List<Integer> first = statuses(lab(scenario.formatted(5)));
        assertEquals(first, statuses(again(scenario.formatted(5))));
        assertNotEquals(first, statuses(again(scenario.formatted(6))));
        assertTrue(first.contains(502) && first.contains(200), first.toString());
    }

    @Test
    void aFaultBeginsEndsAndStopsAfterSoManyTimes() {
        QuietLab lab = lab("{\"seed\":5,\"labApi\":false,\"faults\":[{\"kind\":\"status\",\"from\":10,\"until\":20,\"times\":2,\"bridges\":[\"lab-node-1\"]},"
                + "{\"kind\":\"status\",\"bridges\":[\"another\"]}]}");
        assertEquals(200, status(lab));
        clock.advance(Duration.ofSeconds(10));
        assertEquals(List.of(503, 503, 200), List.of(status(lab), status(lab), status(lab)));
    }

    @Test
    void connectionsAreDroppedCutOrNeverAnswered() {
        QuietLab lab = lab(OPEN);
        order(lab, "{\"kind\":\"drop\",\"method\":\"POST\"}");
        assertThrows(UncheckedIOException.class, () -> lab.send(0, "POST", "calls", "name=x"));
        order(lab, "{\"kind\":\"cut\",\"times\":1}");
        assertThrows(UncheckedIOException.class, () -> status(lab));
        order(lab, "{\"kind\":\"half-open\",\"times\":1}");
        HttpRequest patient = HttpRequest.newBuilder(lab.uri(0, "/api/v1/calls")).header("Authorization", lab.basic(0)).build();
        var answer = lab.client().sendAsync(patient, HttpResponse.BodyHandlers.discarding());
        QuietLab.await(() -> hits(lab, "half-open") == 1);
        assertFalse(answer.isDone());
        assertEquals(200, status(lab));
    }

    @Test
    void aLateAnswerIsLateAndTheRest() {
        QuietLab lab = lab(OPEN);
        order(lab, "{\"kind\":\"latency\",\"delay\":0.4,\"method\":\"GET\"}");
        HttpRequest hasty = HttpRequest.newBuilder(lab.uri(0, "/api/v1/calls")).header("Authorization", lab.basic(0)).timeout(Duration.ofMillis(100)).build();
        assertTrue(assertThrows(UncheckedIOException.class, () -> lab.send(hasty)).getCause() instanceof HttpTimeoutException);
        assertEquals(200, status(lab));
        lab.send(0, "DELETE", "/lab/v1/faults", "");
        assertEquals("{\"faults\":[]}", text(lab, "GET", "/lab/v1/faults", ""));
    }

    @Test
    void theClockThatOthersSeeIsOff() {
        QuietLab lab = lab(OPEN);
        order(lab, "{\"kind\":\"clock-skew\",\"delay\":-90}");
        assertTrue(lab.get(0, "system/status").contains("<cdrTime>2026-03-02T11:58:30Z</cdrTime>"));
    }

    @Test
    void recordsAreLostComeTwiceAndChangePlaces() throws IOException, InterruptedException {
        QuietLab lab = lab(OPEN);
        try (ReceiverSink sink = ReceiverSink.plain()) {
            lab.make(0, "system/cdrReceivers", "uri=http://127.0.0.1:" + sink.port() + "/cdr");
            order(lab, "{\"kind\":\"cdr-loss\",\"times\":1}");
            order(lab, "{\"kind\":\"cdr-duplicate\",\"times\":1}");
            lab.make(0, "calls", "name=lost");
            lab.make(0, "calls", "name=twice");
            String twice = sink.next();
            assertTrue(twice.contains("recordIndex=\"1\" correlatorIndex=\"1\""), twice);
            assertEquals(twice, sink.next());
            order(lab, "{\"kind\":\"cdr-reorder\",\"times\":1}");
            lab.make(0, "calls", "name=late");
            QuietLab.await(() -> hits(lab, "cdr-reorder") == 1);
            lab.make(0, "calls", "name=early");
            assertTrue(sink.next().contains("<name>early</name>"));
            assertTrue(sink.next().contains("<name>late</name>"));
        }
    }

    @Test
    void aBridgeEndsWithoutAWordAndComesBackWithANewSession() throws IOException, InterruptedException {
        QuietLab lab = lab(OPEN);
        try (ReceiverSink sink = ReceiverSink.plain()) {
            lab.make(0, "system/cdrReceivers", "uri=http://127.0.0.1:" + sink.port() + "/cdr");
            lab.make(0, "calls", "name=before");
            String session = session(sink.next());
            order(lab, "restart", "{\"down\":0.2}");
            QuietLab.await(() -> callsOf(lab).contains("total=\"0\""));
            lab.make(0, "calls", "name=after");
            assertNotEquals(session, session(sink.next()));
        }
    }

    @Test
    void eventsAreLostOrTheirConnectionBreaks() throws InterruptedException {
        QuietLab lab = lab(OPEN);
        try (EventsClient client = EventsClient.of(lab)) {
            client.subscribe(1, "{\"index\":1,\"type\":\"calls\",\"elements\":[\"name\"]}");
            client.until("active");
            order(lab, "{\"kind\":\"events-loss\",\"times\":1}");
            lab.make(0, "calls", "name=unheard");
            QuietLab.await(() -> hits(lab, "events-loss") == 1);
            lab.make(0, "calls", "name=heard");
            assertFalse(client.until("callListUpdate").contains("unheard"));
        }
    }

    @Test
    void aScenarioThatMakesNoSenseIsRefusedInWords() throws IOException {
        java.nio.file.Files.writeString(folder.resolve("bad.json"), "{\"seed\":1,\"labApi\":true,\"faults\":[{\"kind\":\"drop\",\"probability\":2}]}");
        String detail = assertThrows(ProblemException.class, () -> Scenario.read(folder.resolve("bad.json"))).problem().detail();
        assertTrue(detail.endsWith("bad.json cannot be used: faults.probability must be 0 to 1."), detail);
    }

    private QuietLab lab(String scenario) {
        QuietLab lab = new QuietLab(folder, 1, clock, scenario);
        started = lab;
        return lab;
    }

    private QuietLab again(String scenario) {
        end();
        return lab(scenario);
    }

    private static List<Integer> statuses(QuietLab lab) {
        return new ArrayList<>(IntStream.range(0, 30).mapToObj(i -> status(lab)).toList());
    }

    private static int status(QuietLab lab) {
        return lab.send(0, "GET", "calls", "").statusCode();
    }

    private static String callsOf(QuietLab lab) {
        try {
            return lab.get(0, "calls");
        } catch (UncheckedIOException e) {
            return "not there";
        }
    }

    private static void order(QuietLab lab, String fault) {
        order(lab, "faults", fault);
    }

    private static void order(QuietLab lab, String what, String body) {
        assertTrue(lab.send(0, "POST", "/lab/v1/" + what, body).statusCode() < 300, body);
    }

    /** How often the fault of this kind happened. */
    private static int hits(QuietLab lab, String kind) {
        Matcher found = Pattern.compile("\"kind\":\"" + kind + "\".*?\"hits\":(\\d+)").matcher(text(lab, "GET", "/lab/v1/faults", ""));
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private static String text(QuietLab lab, String method, String path, String body) {
        return new String(lab.send(0, method, path, body).body(), StandardCharsets.UTF_8);
    }

    private static String session(String request) {
        Matcher found = Pattern.compile("<records session=\"(.{36})\"").matcher(request);
        assertTrue(found.find(), request);
        return found.group(1);
    }
}
