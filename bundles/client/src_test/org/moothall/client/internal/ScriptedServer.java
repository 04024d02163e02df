package org.moothall.client.internal;

import static org.moothall.testkit.TlsServer.write;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.moothall.client.Client;
import org.moothall.client.Clients;
import org.moothall.client.ClientsFactory;
import org.moothall.client.ServerAddress;
import org.moothall.client.SignInAgain;
import org.moothall.testkit.TestCertificates;
import org.moothall.testkit.TlsServer.Received;
import org.moothall.core.Credentials;
import org.moothall.core.Secret;
import org.moothall.core.TrustPolicy;
import org.moothall.net.HttpsFactory;
import org.moothall.testkit.ManualClock;
import org.moothall.testkit.ManualScheduler;
import org.moothall.testkit.TestExecutors;
import org.moothall.testkit.TlsServer;

/** A server that signs everybody in who knows the word, and otherwise answers as its test says. */
@NonNullByDefault({})
final class ScriptedServer implements AutoCloseable {

    static final Duration DEADLINE = Duration.ofSeconds(20);

    final TlsServer server;
    final ManualClock clock = new ManualClock();
    final ManualScheduler scheduler = new ManualScheduler(clock);
    private final TestExecutors executors = new TestExecutors(scheduler);
    private final TestCertificates certificate;
    private int sessions;

    /** @param api answers everything but sign-ins */
    ScriptedServer(TlsServer.Script api) {
        certificate = TestCertificates.valid();
        server = new TlsServer(certificate,
                (request, out) -> request.line().startsWith("POST /api/v1/sessions ") ? session(request, out) : api.answer(request, out));
    }

    private synchronized boolean session(Received request, OutputStream out) throws IOException {
        if (!request.body().contains("\"secret\"")) {
            return problem(out, 401, "security.wrong-credentials", "User or password is wrong.");
        }
        sessions++;
        return json(out, 201, """
                {"token":"t%d","user":"s.wood","role":"operator","permissions":["meetings.read"],"expires":"2026-03-02T20:00:00Z","idleSeconds":900}"""
                .formatted(sessions));
    }

    Clients clients() {
        return ClientsFactory.create(HttpsFactory.create(), executors, Clock.systemUTC());
    }

    ServerAddress address() {
        return new ServerAddress(server.base(), new TrustPolicy.Chain(List.of(certificate.pem())));
    }

    Client signIn() {
        return signIn(SignInAgain.never());
    }

    Client signIn(SignInAgain again) {
        return ClientsFactory.create(HttpsFactory.create(), executors, clock).signIn(address(), known("secret"), again).join();
    }

    static Credentials known(String password) {
        return new Credentials("s.wood", Secret.of(password));
    }

    List<String> lines() {
        return server.received().stream().map(Received::line).toList();
    }

    static boolean json(OutputStream out, int status, String body) throws IOException {
        return answer(out, status, "application/json", body);
    }

    static boolean problem(OutputStream out, int status, String code, String detail) throws IOException {
        return answer(out, status, "application/problem+json",
                "{\"type\":\"%s\",\"title\":\"T\",\"status\":%d,\"detail\":\"%s\"}".formatted(code, status, detail));
    }

    static boolean answer(OutputStream out, int status, String type, String body) throws IOException {
        return TlsServer.fixed(status, type, body).answer(new Received("", "", ""), out);
    }

    static void startStream(OutputStream out) throws IOException {
        write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n");
    }

    static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    }

    static <T> T take(BlockingQueue<T> queue) throws InterruptedException, TimeoutException {
        T taken = queue.poll(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        if (taken == null) {
            throw new TimeoutException("nothing came");
        }
        return taken;
    }

    @Override
    public void close() {
        server.close();
        executors.close();
    }
}
