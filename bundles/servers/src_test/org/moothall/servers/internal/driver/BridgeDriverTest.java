package org.moothall.servers.internal.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.servers.internal.driver.ScriptedPeer.xml;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.net.HttpsPeer.Request;
import org.moothall.net.HttpsPeer.Response;
import org.moothall.net.NetProblem;
import org.moothall.servers.ServersProblem;
import org.moothall.servers.spi.ApiElement;
import org.moothall.servers.spi.CallBridgeConnection.EventsListener;
import org.moothall.servers.spi.FailureReason;

@NonNullByDefault({})
class BridgeDriverTest {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Duration> pauses = new ArrayList<>();
    private ScriptedPeer peer;

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void aRefusalTellsTheBridgesOwnReasonInWordsAndForCode() {
        Problem problem = refusal(request -> xml(400, "<?xml version=\"1.0\"?><failureDetails><duplicateCoSpaceUri /></failureDetails>"));
        assertEquals(ServersProblem.REFUSED_BY_BRIDGE, problem.code());
        assertTrue(problem.detail().contains("duplicate space URI"), problem.detail());
        assertEquals("duplicateCoSpaceUri", FailureReason.find(problem).orElseThrow());
    }

    @Test
    void anObjectThatIsGoneCanBeToldApart() {
        assertTrue(FailureReason.isMissing(refusal(request -> xml(404, "<failureDetails><callDoesNotExist /></failureDetails>"))));
    }

    @Test
    void wrongCredentialsAreNamed() {
        assertEquals(ServersProblem.CREDENTIALS_REFUSED, refusal(request -> xml(401, "")).code());
        assertEquals(ServersProblem.CREDENTIALS_REFUSED, refusal(request -> xml(403, "")).code());
    }

    @Test
    void aWebPageIsNoCallBridgeWhateverItsStatus() {
        for (int status : List.of(200, 404)) {
            assertEquals(ServersProblem.NOT_A_CALL_BRIDGE,
                    refusal(request -> new Response(status, Map.of("content-type", "text/html"), bytes("<html></html>"))).code());
            assertEquals(ServersProblem.NOT_A_CALL_BRIDGE, refusal(request -> new Response(status, Map.of(), bytes("<!DOCTYPE html><html></html>"))).code());
        }
        assertEquals(ServersProblem.NOT_A_CALL_BRIDGE, refusal(request -> xml(302, "")).code());
    }

    @Test
    void anErrorOfTheBridgeIsNamedAndNotRepeated() {
        assertEquals(ServersProblem.REFUSED_BY_BRIDGE, refusal(request -> new Response(500, Map.of("content-type", "text/html"), bytes("<html>"))).code());
        assertEquals(1, peer.requests.size());
    }

    @Test
    void truncatedXmlIsNotUnderstood() {
        assertEquals(NetProblem.NOT_UNDERSTOOD, refusal(request -> xml(200, "<calls total=\"1\"><ca")).code());
        assertEquals(NetProblem.NOT_UNDERSTOOD, refusal(request -> xml(200, "")).code());
    }

    @Test
    void aBusyBridgeIsAskedOnceMoreAfterAWhile() {
        List<Response> answers = new ArrayList<>(List.of(xml(503, ""), xml(200, "<calls total=\"0\"></calls>")));
        assertEquals("calls", driver(request -> answers.removeFirst()).get("calls", Map.of()).name());
        assertEquals(List.of(Duration.ofSeconds(1)), pauses);
        assertEquals(ServersProblem.REFUSED_BY_BRIDGE, refusal(request -> xml(503, "")).code());
        assertEquals(2, peer.requests.size());
    }

    @Test
    void aListIsReadPageByPageThoughThePagesAreSmallerThanAskedForAndMove() {
        BridgeDriver driver = driver(request -> {
            int offset = Integer.parseInt(request.path().replaceAll(".*offset=(\\d+).*", "$1"));
            // The second page begins with the last row of the first: a call ended between the two.
            StringBuilder rows = new StringBuilder("<calls total=\"23\">");
            for (int i = offset == 0 ? 0 : offset - 1; i < Math.min(23, offset + 10); i++) {
                rows.append("<call id=\"c").append(i).append("\"></call>");
            }
            return xml(200, rows + "</calls>");
        });
        List<String> ids = driver.list("calls", Map.of("filter", "a b&c")).stream().map(ApiElement::id).toList();
        assertEquals(ids.stream().distinct().toList(), ids);
        assertTrue(ids.contains("c0") && ids.contains("c22"), ids.toString());
        assertTrue(peer.requests.getFirst().path().contains("filter=a+b%26c"), peer.requests.getFirst().path());
    }

    @Test
    void theIdOfWhatWasCreatedIsTheEndOfTheLocation() {
        BridgeDriver driver = driver(request -> new Response(200, Map.of("location", "/api/v1/callLegs/8f2e"), new byte[0]));
        assertEquals("8f2e", driver.post("calls/1/callLegs", Map.of("remoteParty", "a@b&c=d")));
        Request request = peer.requests.getFirst();
        assertEquals("/api/v1/calls/1/callLegs", request.path());
        assertEquals("remoteParty=a%40b%26c%3Dd", new String(request.body(), StandardCharsets.US_ASCII));
        assertEquals("application/x-www-form-urlencoded", request.headers().get("Content-Type"));
    }

    @Test
    void noIdFromOutsideLeavesItsPlaceInThePath() {
        BridgeDriver driver = driver(request -> xml(200, "<a/>"));
        driver.get("calls/a?b#c d", Map.of());
        assertEquals("/api/v1/calls/a%3Fb%23c%20d", peer.requests.getFirst().path());
        assertThrows(IllegalArgumentException.class, () -> driver.get("calls/../system", Map.of()));
    }

    @Test
    void theEventsChannelOpensWithATokenAndTellsItsEndOnce() throws Exception {
        BridgeDriver driver = driver(request -> new Response(200, Map.of("x-cisco-cms-auth-token", "t/1"), new byte[0]));
        List<String> heard = new ArrayList<>();
        EventsListener listener = new EventsListener() {
            @Override
            public void message(String json) {
                heard.add(json);
            }

            @Override
            public void closed(String reason) {
                heard.add("closed");
            }
        };
        driver.openEvents(listener).get(5, TimeUnit.SECONDS);
        assertEquals("/events/v1?authToken=t%2F1", peer.webSocketPath);
        peer.listener.text("{}");
        driver.breakEvents("it does not respond");
        peer.listener.text("late");
        peer.listener.closed("again");
        assertEquals(List.of("{}", "closed"), heard);
    }

    @Test
    void aBridgeWithoutEventsSaysSo() {
        BridgeDriver driver = driver(request -> xml(200, ""));
        ProblemException failure = (ProblemException) assertThrows(java.util.concurrent.ExecutionException.class,
                () -> driver.openEvents(new EventsListener() {
                    @Override
                    public void message(String json) {
                        throw new AssertionError(json);
                    }

                    @Override
                    public void closed(String reason) {
                        throw new AssertionError(reason);
                    }
                }).get(5, TimeUnit.SECONDS)).getCause();
        assertEquals(NetProblem.NOT_UNDERSTOOD, failure.problem().code());
    }

    private Problem refusal(Function<Request, Response> script) {
        BridgeDriver driver = driver(script);
        return assertThrows(ProblemException.class, () -> driver.get("calls", Map.of())).problem();
    }

    private BridgeDriver driver(Function<Request, Response> script) {
        peer = new ScriptedPeer(script);
        return new BridgeDriver(peer, "bridge1:445", threads, pauses::add);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
