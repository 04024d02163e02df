package org.moothall.servers.internal.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.moothall.core.Credentials;
import org.moothall.core.DataSize;
import org.moothall.core.ProblemException;
import org.moothall.core.Secret;
import org.moothall.core.TrustPolicy;
import org.moothall.net.Https.PeerSettings;
import org.moothall.net.HttpsFactory;
import org.moothall.net.NetProblem;
import org.moothall.servers.spi.CallBridgeConnection.EventsChannel;
import org.moothall.servers.spi.CallBridgeConnection.EventsListener;
import org.moothall.testkit.TestCertificates;
import org.moothall.testkit.TlsServer;
import org.moothall.testkit.TlsServer.Received;
import org.moothall.testkit.TlsServer.Script;
import org.moothall.testkit.WebSocketScript;

/** The events channel over a real connection: token first, then a WebSocket. @spec meeting-server-wire §3 */
@Timeout(60)
@NonNullByDefault({})
class EventsChannelTest {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    private final TestCertificates certificate = TestCertificates.valid();
    private TlsServer bridge;
    private BridgeDriver driver;

    @AfterEach
    void close() {
        driver.close();
        bridge.close();
        threads.shutdownNow();
    }

    @Test
    void messagesGoBothWays() throws Exception {
        begin((request, out) -> {
            WebSocketScript.accept(request, out);
            WebSocketScript.send(out, "{\"type\":\"message\"}");
            arrived.add(WebSocketScript.receive(request));
            WebSocketScript.send(out, "long ".repeat(1_000));
            return waits();
        });
        EventsChannel channel = open();
        assertEquals("{\"type\":\"message\"}", next(heard));
        channel.send("{\"type\":\"acknowledgement\"}");
        assertEquals("{\"type\":\"acknowledgement\"}", next(arrived));
        assertEquals("long ".repeat(1_000), next(heard));
    }

    @Test
    void theTokenIsShownAndThePasswordIsNotSentAgain() throws Exception {
        begin((request, out) -> {
            WebSocketScript.accept(request, out);
            return waits();
        });
        open();
        Received upgrade = bridge.received().getLast();
        assertTrue(upgrade.line().startsWith("GET /events/v1?authToken=t%2F1 "), upgrade.line());
        assertTrue(bridge.received().getFirst().head().contains("Authorization: Basic"));
        assertTrue(!upgrade.head().contains("Authorization"), upgrade.head());
    }

    @Test
    void theEndIsToldOnceWhetherTheBridgeClosesOrBreaksTheConnection() throws Exception {
        for (boolean orderly : List.of(true, false)) {
            CountDownLatch taken = new CountDownLatch(1); // a broken connection may take with it what nobody has read yet
            begin((request, out) -> {
                WebSocketScript.accept(request, out);
                WebSocketScript.send(out, "{}");
                awaitQuietly(taken);
                if (orderly) {
                    WebSocketScript.close(out);
                }
                return false;
            });
            open();
            assertEquals("{}", next(heard));
            taken.countDown();
            assertEquals("closed", next(heard));
            driver.close();
            assertEquals(0, heard.size());
            bridge.close();
        }
    }

    @Test
    void aBridgeThatDoesNotAgreeToTheWebSocketIsAProblem() {
        begin(TlsServer.fixed(403, "text/plain", "no"));
        ExecutionException refused = assertThrows(ExecutionException.class, this::open);
        assertEquals(NetProblem.NOT_UNDERSTOOD, ((ProblemException) refused.getCause()).problem().code());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(Script webSocket) {
        bridge = new TlsServer(certificate,
                (request, out) -> request.line().startsWith("POST /api/v1/authTokens ") ? token(out) : webSocket.answer(request, out));
        driver = new BridgeDriver(HttpsFactory.create().peer(new PeerSettings(bridge.base(), new Credentials("api", Secret.of("secret")),
                new TrustPolicy.Chain(List.of(certificate.pem())), Duration.ofSeconds(20), DataSize.ofMebibytes(1), 4)), "bridge1", threads, length -> {});
    }

    private static boolean token(OutputStream out) throws IOException {
        TlsServer.write(out, "HTTP/1.1 200 OK\r\nX-Cisco-CMS-Auth-Token: t/1\r\nContent-Length: 0\r\n\r\n");
        return true;
    }

    private EventsChannel open() throws Exception {
        return driver.openEvents(new EventsListener() {
            @Override
            public void message(String json) {
                heard.add(json);
            }

            @Override
            public void closed(String reason) {
                heard.add("closed");
            }
        }).get(20, TimeUnit.SECONDS);
    }

    /** Until the connection is closed from the other side: its thread is interrupted then. */
    private static boolean waits() {
        try {
            TimeUnit.MINUTES.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static String next(BlockingQueue<String> queue) throws InterruptedException {
        return String.valueOf(queue.poll(20, TimeUnit.SECONDS));
    }
}
