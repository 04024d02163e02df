package org.moothall.net.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.testkit.TlsServer.fixed;
import static org.moothall.testkit.TlsServer.write;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.moothall.core.Credentials;
import org.moothall.core.DataSize;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.core.Secret;
import org.moothall.core.TrustPolicy;
import org.moothall.net.Https;
import org.moothall.net.Https.PeerSettings;
import org.moothall.net.HttpsFactory;
import org.moothall.net.HttpsPeer;
import org.moothall.net.HttpsPeer.Request;
import org.moothall.net.NetProblem;
import org.moothall.testkit.TestCertificates;
import org.moothall.testkit.TlsServer;

@NonNullByDefault({})
class JdkPeerTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(400);

    private final TestCertificates valid = TestCertificates.valid();
    private final Https https = HttpsFactory.create();

    @AfterAll
    static void leaveNoThreads() {
        assertTrue(Thread.getAllStackTraces().keySet().stream().noneMatch(t -> t.getName().startsWith("HttpClient-") && t.isAlive() && !t.isDaemon()));
    }

    @Test
    void anAnswerComesWholeWithItsStatusAndHeaders() {
        try (TlsServer server = new TlsServer(valid, fixed(404, "text/xml", "<none/>")); HttpsPeer peer = trusting(server, LONG)) {
            HttpsPeer.Response response = peer.send(Request.get("/api/v1/calls?limit=2"));
            assertEquals(404, response.status());
            assertEquals("text/xml", response.headers().get("content-type"));
            assertArrayEquals("<none/>".getBytes(StandardCharsets.UTF_8), response.body());
            assertEquals("GET /api/v1/calls?limit=2 HTTP/1.1", server.received().getFirst().line());
        }
    }

    @Test
    void credentialsGoAlongWithoutBeingAskedFor() {
        try (TlsServer server = new TlsServer(valid, fixed(200, "text/xml", "<a/>"));
                HttpsPeer peer = https
                        .peer(new PeerSettings(server.base(), new Credentials("api", Secret.of("geheim")), chain(valid), LONG, DataSize.ofMebibytes(1), 4))) {
            peer.send(new Request("POST", "/x", Map.of("Content-Type", "application/x-www-form-urlencoded"), "a=b".getBytes(StandardCharsets.UTF_8)));
            assertTrue(server.received().getFirst().head().contains("Basic YXBpOmdlaGVpbQ=="));
            assertEquals("a=b", server.received().getFirst().body());
        }
    }

    @Test
    void theCertificateThatWasAcceptedCanBeShown() {
        try (TlsServer server = new TlsServer(valid, fixed(200, "text/xml", "<a/>")); HttpsPeer peer = trusting(server, LONG)) {
            assertTrue(peer.certificate().isEmpty());
            peer.send(Request.get("/"));
            assertEquals(valid.sha256(), peer.certificate().orElseThrow().sha256());
        }
    }

    @Test
    void anIPv6OrIPv4LiteralIsCheckedAgainstTheAddressesInTheCertificate() {
        try (TlsServer server = new TlsServer(valid, fixed(200, "text/xml", "<a/>"));
                HttpsPeer peer = https.peer(settings(URI.create("https://127.0.0.1:" + server.port()), chain(valid), LONG))) {
            assertEquals(200, peer.send(Request.get("/")).status());
        }
    }

    @Test
    void aCertificateForOtherNamesIsRefusedAndItsNamesAreTold() {
        TestCertificates other = TestCertificates.forOtherNames();
        Problem problem = problem(other, fixed(200, "text/xml", "<a/>"), chain(other), LONG);
        assertEquals(NetProblem.CERTIFICATE_NOT_TRUSTED, problem.code());
        assertTrue(problem.detail().contains("alpha.example, beta.example"), problem.detail());
    }

    @Test
    void aCommonNameAloneDoesNotCount() {
        TestCertificates bare = TestCertificates.withCommonNameOnly();
        Problem problem = problem(bare, fixed(200, "text/xml", "<a/>"), chain(bare), LONG);
        assertEquals(NetProblem.CERTIFICATE_NOT_TRUSTED, problem.code());
        assertTrue(problem.detail().contains("no subject alternative names"), problem.detail());
    }

    @Test
    void anExpiredCertificateIsRefusedWithItsDate() {
        TestCertificates old = TestCertificates.expired();
        Problem problem = problem(old, fixed(200, "text/xml", "<a/>"), chain(old), LONG);
        assertEquals(NetProblem.CERTIFICATE_NOT_TRUSTED, problem.code());
        assertTrue(problem.detail().contains("expired on "), problem.detail());
    }

    @Test
    void anUnknownAuthorityIsRefused() {
        Problem problem = problem(valid, fixed(200, "text/xml", "<a/>"), TrustPolicy.systemChain(), LONG);
        assertEquals(NetProblem.CERTIFICATE_NOT_TRUSTED, problem.code());
        assertTrue(problem.detail().contains("is self-signed"), problem.detail());
    }

    @Test
    void aPinReplacesChainNameAndDateOfThatCertificate() {
        for (TestCertificates odd : List.of(TestCertificates.expired(), TestCertificates.forOtherNames())) {
            try (TlsServer server = new TlsServer(odd, fixed(200, "text/xml", "<a/>"));
                    HttpsPeer peer = https.peer(settings(server.base(), new TrustPolicy.Pinned(odd.sha256()), LONG))) {
                assertEquals(200, peer.send(Request.get("/")).status());
            }
        }
    }

    @Test
    void anotherCertificateThanThePinnedIsRefusedAndNothingIsSent() {
        TestCertificates next = TestCertificates.anotherValid();
        try (TlsServer server = new TlsServer(next, fixed(200, "text/xml", "<a/>"));
                HttpsPeer peer = https.peer(settings(server.base(), new TrustPolicy.Pinned(valid.sha256()), LONG))) {
            Problem problem = assertThrows(ProblemException.class, () -> peer.send(Request.get("/"))).problem();
            assertEquals(NetProblem.CERTIFICATE_CHANGED, problem.code());
            assertTrue(server.received().isEmpty());
        }
    }

    @Test
    void anAnswerThatDripsIsCutOffWhenTheWholeTimeIsOver() {
        assertEquals(NetProblem.TIMEOUT, problem(valid, (request, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            drip(out::write, out::flush);
            return false;
        }, chain(valid), SHORT).code());
    }

    @Test
    void aPeerThatNeverAnswersIsATimeout() {
        CountDownLatch never = new CountDownLatch(1);
        assertEquals(NetProblem.TIMEOUT, problem(valid, (request, out) -> await(never), chain(valid), SHORT).code());
        never.countDown();
    }

    @Test
    void aBodyOverTheLimitIsRefusedWhetherAnnouncedOrNot() {
        String megabyte = "x".repeat(1_100_000);
        assertEquals(NetProblem.ANSWER_TOO_LARGE, problem(valid, fixed(200, "text/xml", megabyte), chain(valid), LONG).code());
        assertEquals(NetProblem.ANSWER_TOO_LARGE, problem(valid, (request, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
            for (int i = 0; i < 100; i++) {
                write(out, megabyte);
            }
            return false;
        }, chain(valid), LONG).code());
    }

    @Test
    void aConnectionClosedHalfWayIsBroken() {
        assertEquals(NetProblem.BROKEN, problem(valid, (request, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
            return false;
        }, chain(valid), LONG).code());
        assertEquals(NetProblem.BROKEN, problem(valid, (request, out) -> false, chain(valid), LONG).code());
    }

    @Test
    void whatIsNotHttpIsNotUnderstood() {
        assertEquals(NetProblem.NOT_UNDERSTOOD, problem(valid, (request, out) -> {
            write(out, "SSH-2.0-OpenSSH\r\n\r\n");
            return false;
        }, chain(valid), LONG).code());
    }

    @Test
    void whatDoesNotSpeakTlsIsNotUnderstood() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                HttpsPeer peer = https.peer(settings(URI.create("https://127.0.0.1:" + plain.getLocalPort()), chain(valid), LONG))) {
            Thread.ofVirtual().start(() -> greet(plain));
            assertEquals(NetProblem.NOT_UNDERSTOOD, assertThrows(ProblemException.class, () -> peer.send(Request.get("/"))).problem().code());
        }
    }

    @Test
    void nothingListeningIsAConnectionRefused() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            free = socket.getLocalPort();
        }
        try (HttpsPeer peer = https.peer(settings(URI.create("https://127.0.0.1:" + free), chain(valid), LONG))) {
            assertEquals(NetProblem.CONNECTION_REFUSED, assertThrows(ProblemException.class, () -> peer.send(Request.get("/"))).problem().code());
            assertEquals(NetProblem.CONNECTION_REFUSED, assertThrows(ProblemException.class, () -> https.inspect("127.0.0.1", free, LONG)).problem().code());
        }
    }

    @Test
    void anUnknownNameIsToldAsSuch() {
        try (HttpsPeer peer = https.peer(settings(URI.create("https://no-such-host.invalid:443"), chain(valid), LONG))) {
            assertEquals(NetProblem.UNKNOWN_HOST, assertThrows(ProblemException.class, () -> peer.send(Request.get("/"))).problem().code());
        }
    }

    @Test
    void statusAndHeadersAreEnoughWhenTheBodyIsOfNoInterest() {
        CountDownLatch never = new CountDownLatch(1);
        try (TlsServer server = new TlsServer(valid, (request, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            return await(never);
        }); HttpsPeer peer = trusting(server, LONG)) {
            assertEquals(200, peer.sendForStatus(new Request("POST", "/cdr", Map.of(), "<records/>".getBytes(StandardCharsets.UTF_8))).status());
            never.countDown();
        }
    }

    @Test
    void aConnectionIsUsedAgainAfterAnAcknowledgement() {
        try (TlsServer server = new TlsServer(valid, fixed(200, "text/plain", "thanks")); HttpsPeer peer = trusting(server, LONG)) {
            for (int i = 0; i < 5; i++) {
                peer.sendForStatus(new Request("POST", "/cdr", Map.of(), "<records/>".getBytes(StandardCharsets.UTF_8)));
            }
            assertEquals(5, server.received().size());
            assertTrue(server.connections() < 5, server.connections() + " connections");
        }
    }

    @Test
    void noMoreRequestsAreUnderWayAtOnceThanAllowed() throws InterruptedException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch two = new CountDownLatch(2);
        try (TlsServer server = new TlsServer(valid, (request, out) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            two.countDown();
            await(two);
            now.decrementAndGet();
            return fixed(200, "text/plain", "ok").answer(request, out);
        }); HttpsPeer peer = https.peer(new PeerSettings(server.base(), null, chain(valid), LONG, DataSize.ofMebibytes(1), 2))) {
            List<Thread> threads = java.util.stream.IntStream.range(0, 8).mapToObj(i -> Thread.ofVirtual().start(() -> peer.send(Request.get("/" + i))))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }
            assertEquals(8, server.received().size());
            assertEquals(2, most.get());
        }
    }

    @Test
    void aStreamGivesWhatComesAndEndsWhenItIsClosed() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try (TlsServer server = new TlsServer(valid, (request, out) -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n");
            return await(never);
        }); HttpsPeer peer = trusting(server, LONG)) {
            HttpsPeer.Streaming streaming = peer.stream(Request.get("/events"));
            assertEquals("data: 1\n\n", new String(streaming.body().readNBytes(9), StandardCharsets.UTF_8));
            streaming.body().close();
            never.countDown();
        }
    }

    @Test
    void closingAPeerEndsARequestUnderWay() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch came = new CountDownLatch(1);
        try (TlsServer server = new TlsServer(valid, (request, out) -> {
            came.countDown();
            return await(never);
        })) {
            HttpsPeer peer = trusting(server, Duration.ofMinutes(5));
            AtomicInteger ended = new AtomicInteger();
            Thread waiting = Thread.ofVirtual().start(() -> {
                assertThrows(ProblemException.class, () -> peer.send(Request.get("/")));
                ended.incrementAndGet();
            });
            came.await();
            peer.close();
            waiting.join(LONG);
            assertEquals(1, ended.get());
            never.countDown();
        }
    }

    @Test
    void inspectingShowsTheCertificateOfAnyoneAndSendsNothing() {
        TestCertificates old = TestCertificates.expired();
        try (TlsServer server = new TlsServer(old, fixed(200, "text/xml", "<a/>"))) {
            assertEquals(old.sha256(), https.inspect("127.0.0.1", server.port(), LONG).sha256());
            assertEquals(List.of("localhost", "127.0.0.1"), https.inspect("localhost", server.port(), LONG).names());
            assertTrue(server.received().isEmpty());
        }
    }

    @Test
    void onlyHttpsAddressesWithoutCredentialsArePeers() {
        for (String bad : List.of("http://localhost", "https://user:secret@localhost", "https:///x")) {
            assertThrows(ProblemException.class, () -> https.peer(settings(URI.create(bad), chain(valid), LONG)), bad);
        }
    }

    private Problem problem(TestCertificates certificate, TlsServer.Script script, TrustPolicy trust, Duration timeout) {
        try (TlsServer server = new TlsServer(certificate, script); HttpsPeer peer = https.peer(settings(server.base(), trust, timeout))) {
            return assertThrows(ProblemException.class, () -> peer.send(Request.get("/"))).problem();
        }
    }

    private HttpsPeer trusting(TlsServer server, Duration timeout) {
        return https.peer(settings(server.base(), chain(valid), timeout));
    }

    private static PeerSettings settings(URI base, TrustPolicy trust, Duration timeout) {
        return new PeerSettings(base, null, trust, timeout, DataSize.ofMebibytes(1), 8);
    }

    private static TrustPolicy chain(TestCertificates certificate) {
        return new TrustPolicy.Chain(List.of(certificate.pem()));
    }

    private static void greet(ServerSocket plain) {
        try (var socket = plain.accept()) {
            write(socket.getOutputStream(), "220 ready to be greeted in plain words\r\n");
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private interface Output {
        void write(int value) throws IOException;
    }

    private interface Flush {
        void flush() throws IOException;
    }

    private static void drip(Output out, Flush flush) throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try {
            for (int i = 0; i < 10_000 && !never.await(50, TimeUnit.MILLISECONDS); i++) {
                out.write('x');
                flush.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
