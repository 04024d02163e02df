package org.moothall.servers.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.servers.CallBridge;
import org.moothall.servers.Health;
import org.moothall.testkit.Deadline;
import org.moothall.testkit.TestCertificates;
import org.moothall.testkit.TlsServer;
import org.moothall.testkit.TlsServer.Script;

/** A Call Bridge that misbehaves is a notification that names it; it disturbs no other, and it recovers by itself. */
@Timeout(120)
@NonNullByDefault({})
class BadPeersTest {

    /** Short, as slow answers are waited for several times; it is tried again when a slow machine makes a good answer late. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    private static final byte[] MEBIBYTE = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);

    private final TestCertificates valid = TestCertificates.valid();

    private final CountDownLatch end = new CountDownLatch(1);
    @TempDir
    private Path directory;
    private Set<Thread> before;
    private ServersFixture fixture;
    private FakeCallBridge bad;
    private CallBridge one;
    private CallBridge other;

    @BeforeEach
    void configureTwoBridges() {
        before = connectionThreads();
        fixture = new ServersFixture(directory, valid);
        bad = fixture.bridge("bad");
        fixture.patience(bad, PATIENCE);
        one = fixture.add(bad);
        other = fixture.add(fixture.bridge("good"));
        fixture.until(() -> fixture.now(one).status().health() == Health.OK && fixture.now(other).status().health() == Health.OK);
    }

    @AfterEach
    void close() throws InterruptedException {
        end.countDown();
        fixture.close();
    }

    @Test
    void slowAnswers() {
        misbehaves("not-responding", (request, out) -> {
            TlsServer.write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 1000\r\n\r\n<status>");
            return waits();
        });
    }

    @Test
    void noAnswersAtAll() {
        misbehaves("not-responding", (request, out) -> waits());
    }

    @Test
    void webPages() {
        misbehaves("bad-answer", TlsServer.fixed(200, "text/html", "<!DOCTYPE html><html><body>Welcome</body></html>"));
    }

    @Test
    void errors() {
        misbehaves("bad-answer", TlsServer.fixed(500, "text/html", "<html>Internal Server Error</html>"));
    }

    @Test
    void connectionsClosedHalfWay() {
        misbehaves("not-responding", (request, out) -> {
            TlsServer.write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 1000\r\n\r\n<status><software");
            return false;
        });
    }

    @Test
    void moreThanTenMegabytesOfXml() {
        misbehaves("bad-answer", (request, out) -> {
            TlsServer.write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<status>");
            for (int i = 0; i < 11; i++) {
                out.write(MEBIBYTE);
            }
            return false;
        });
    }

    @Test
    void truncatedXml() {
        misbehaves("bad-answer", TlsServer.fixed(200, "text/xml", "<status><softwareVersion>3.9</softw"));
    }

    @Test
    void aDocumentTypeWithAnExternalEntity() {
        misbehaves("bad-answer", TlsServer.fixed(200, "text/xml",
                "<!DOCTYPE s [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><status><softwareVersion>&x;</softwareVersion></status>"));
    }

    @Test
    void anotherCertificateInThePlaceOfATrustedOne() throws InterruptedException {
        AtomicInteger sent = new AtomicInteger();
        bad.server.certificate(TestCertificates.forOtherNames());
        bad.server.script((request, out) -> sent.incrementAndGet() < 0);
        fixture.until(() -> raised("certificate"));
        assertEquals(0, sent.get(), "nothing is sent to it");
        assertTheOtherIsUndisturbed();
        bad.close();
        nothingIsLeftBehind();
    }

    private void misbehaves(String condition, Script fault) {
        bad.fault(fault);
        fixture.until(() -> raised(condition));
        assertEquals(Health.ERROR, fixture.now(one).status().health());
        String told = fixture.notifications.find(key(condition)).orElseThrow().message();
        assertTrue(told.contains(bad.address()), told);
        assertTheOtherIsUndisturbed();
        bad.fault(null);
        fixture.until(() -> fixture.now(one).status().health() == Health.OK && fixture.notifications.keys().isEmpty());
        assertTrue(bad.server.connections() <= 4, bad.server.connections() + " connections are open");
        try {
            nothingIsLeftBehind();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void assertTheOtherIsUndisturbed() {
        Instant seen = lastSeen();
        assertEquals(Health.OK, fixture.now(other).status().health());
        fixture.until(() -> lastSeen().isAfter(seen));
    }

    private Instant lastSeen() {
        return Objects.requireNonNull(fixture.now(other).status().lastSeen());
    }

    private void nothingIsLeftBehind() throws InterruptedException {
        end.countDown();
        fixture.stop();
        Deadline.await(() -> before.containsAll(connectionThreads()));
    }

    private boolean raised(String condition) {
        return fixture.notifications.keys().contains(key(condition));
    }

    private String key(String condition) {
        return "servers." + condition + ":" + one.id().value();
    }

    private boolean waits() throws IOException {
        try {
            end.await();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The platform threads that hold connections; the others of this domain are virtual and end with their work. */
    private static Set<Thread> connectionThreads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("HttpClient")).collect(Collectors.toSet());
    }
}
