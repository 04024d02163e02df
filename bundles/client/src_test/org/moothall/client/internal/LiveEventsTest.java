package org.moothall.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.client.internal.ScriptedServer.known;
import static org.moothall.client.internal.ScriptedServer.problem;
import static org.moothall.client.internal.ScriptedServer.startStream;
import static org.moothall.client.internal.ScriptedServer.take;
import static org.moothall.testkit.TlsServer.write;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.moothall.client.Client;
import org.moothall.client.EventData;
import org.moothall.client.EventStream.Listener;
import org.moothall.client.SignInAgain;
import org.moothall.core.ChangeEvent;

@NonNullByDefault({})
class LiveEventsTest {

    private static final String END = "end";

    /** What the server sends, stream after stream; {@link #END} ends one. */
    private final BlockingQueue<String> sent = new LinkedBlockingQueue<>();
    private final Heard heard = new Heard();

    @Test
    void eventsArriveInOrderHoweverTheirFramesAreCut() throws Exception {
        try (ScriptedServer server = streaming(); Client client = server.signIn()) {
            client.events().listen(heard);
            sent.add("id: 1\nevent: meetings.meeting-changed\nda");
            sent.add("ta: " + event("m1") + "\n");
            sent.add("\n: alive\n\nid: 2\ndata: " + event("m2") + "\n\n");
            heard.expect("connected", "reset", "m1", "m2");
            sent.add(END);
        }
    }

    @Test
    void aLostConnectionIsToldOnceAndResumedAfterTheLastEvent() throws Exception {
        try (ScriptedServer server = streaming(); Client client = server.signIn()) {
            client.events().listen(heard);
            sent.add("id: 17\ndata: " + event("m1") + "\n\n");
            heard.expect("connected", "reset", "m1");
            sent.add(END);
            heard.expect("lost");
            sent.add("id: 18\ndata: " + event("m2") + "\n\n");
            server.scheduler.advance(LiveEvents.FIRST_PAUSE);
            heard.expect("connected", "m2");
            assertTrue(server.server.received().getLast().head().contains("Last-Event-ID: 17"));
            sent.add(END);
        }
    }

    @Test
    void whenResumingIsImpossibleListenersAreTold() throws Exception {
        try (ScriptedServer server = streaming(); Client client = server.signIn()) {
            client.events().listen(heard);
            sent.add("id: 1\ndata: " + event("m1") + "\n\n");
            heard.expect("connected", "reset", "m1");
            sent.add("id: 9\nevent: reset\n\n");
            heard.expect("reset");
            sent.add(END);
        }
    }

    @Test
    void whoListensLaterIsToldHowItIsFirst() throws Exception {
        try (ScriptedServer server = streaming(); Client client = server.signIn()) {
            client.events().listen(heard);
            heard.expect("connected", "reset");
            Heard late = new Heard();
            client.events().listen(late);
            late.expect("connected");
            sent.add(END);
            late.expect("lost");
        }
    }

    @Test
    void aRefusedStreamIsTriedAgainWithGrowingPauses() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, out) -> problem(out, 503, "core.unavailable", "Starting."));
                Client client = server.signIn()) {
            client.events().listen(heard);
            heard.expect("lost");
            waitForAttempts(server, 1);
            server.scheduler.advance(Duration.ofMillis(500));
            waitForAttempts(server, 2);
            server.scheduler.advance(Duration.ofMillis(999));
            assertEquals(2, attempts(server));
            server.scheduler.advance(Duration.ofMillis(1));
            waitForAttempts(server, 3);
        }
    }

    @Test
    void anEndedSessionIsRenewedForTheStreamToo() throws Exception {
        SignInAgain again = (user, refused) -> CompletableFuture.completedFuture(Optional.of(known("secret")));
        try (ScriptedServer server = new ScriptedServer((request, out) -> {
            if (request.head().contains("Bearer t1")) {
                return problem(out, 401, "security.not-signed-in", "Sign in.");
            }
            return stream(out);
        }); Client client = server.signIn(again)) {
            client.events().listen(heard);
            heard.expect("connected", "reset");
            sent.add(END);
        }
    }

    @Test
    void aStreamThatDiedInSilenceIsGivenUp() throws Exception {
        try (ScriptedServer server = streaming(); Client client = server.signIn()) {
            client.events().listen(heard);
            sent.add("id: 1\ndata: " + event("m1") + "\n\n");
            heard.expect("connected", "reset", "m1");
            server.scheduler.advance(LiveEvents.SILENCE.plusSeconds(6));
            heard.expect("lost");
            sent.add(END);
        }
    }

    @Test
    void aListenerThatFailsDoesNotKeepTheOthersFromHearing() throws Exception {
        try (ScriptedServer server = streaming(); Client client = server.signIn()) {
            client.events().listen(change -> {
                throw new IllegalStateException("expected by this test");
            });
            client.events().listen(heard);
            sent.add("id: 1\ndata: " + event("m1") + "\n\n");
            heard.expectLast("m1");
            sent.add(END);
        }
    }

    private ScriptedServer streaming() {
        return new ScriptedServer((request, out) -> stream(out));
    }

    private boolean stream(java.io.OutputStream out) throws IOException {
        startStream(out);
        try {
            for (String text = take(sent); !END.equals(text); text = take(sent)) {
                write(out, text);
            }
        } catch (InterruptedException | TimeoutException e) {
            return false;
        }
        return false;
    }

    private static String event(String subject) {
        return "{\"type\":\"meetings.meeting-changed\",\"subject\":\"" + subject + "\",\"at\":\"2026-03-02T12:00:00Z\",\"data\":{\"name\":\"" + subject
                + "\"}}";
    }

    private static void waitForAttempts(ScriptedServer server, int count) throws Exception {
        Instant deadline = Instant.now().plus(ScriptedServer.DEADLINE);
        while (attempts(server) < count || server.scheduler.waiting() < 2) {
            assertTrue(Instant.now().isBefore(deadline), "no attempt " + count);
            Thread.onSpinWait();
        }
    }

    private static long attempts(ScriptedServer server) {
        return server.lines().stream().filter(line -> line.contains("/events")).count();
    }

    private static final class Heard implements Listener {
        private final BlockingQueue<String> all = new LinkedBlockingQueue<>();

        @Override
        public void changed(ChangeEvent event) {
            all.add(EventData.find(event, "name", String.class).orElse("?"));
        }

        @Override
        public void connected() {
            all.add("connected");
        }

        @Override
        public void lost(Instant since) {
            all.add("lost");
        }

        @Override
        public void reset() {
            all.add("reset");
        }

        void expect(String... words) throws Exception {
            for (String word : words) {
                assertEquals(word, take(all));
            }
        }

        void expectLast(String word) throws Exception {
            for (String next = take(all); !next.equals(word); next = take(all)) {
                assertTrue(next.equals("connected") || next.equals("reset"), next);
            }
        }
    }
}
