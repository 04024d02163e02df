package org.moothall.net.internal;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Credentials;
import org.moothall.core.PeerCertificate;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.net.Https.PeerSettings;
import org.moothall.net.HttpsPeer;
import org.moothall.net.NetProblem;

/** One peer: a client of its own, so that closing it ends all its connections and threads. */
final class JdkPeer implements HttpsPeer {

    private static final Set<String> SAFE_TO_REPEAT = Set.of("PUT", "DELETE");
    private static final Duration END = Duration.ofSeconds(2);

    private final PeerSettings settings;
    private final String base;
    private final PeerTrust trust;
    private final ExecutorService threads;
    private final HttpClient client;
    private final Semaphore slots;
    private final Failures failures;
    private final @Nullable String authorization;
    private final Consumer<JdkPeer> closed;

    JdkPeer(PeerSettings settings, Consumer<JdkPeer> closed) {
        this.settings = settings;
        this.closed = closed;
        this.base = settings.base().toString().replaceFirst("/+$", "");
        this.trust = PeerTrust.of(settings.trust(), settings.base());
        this.threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("net-" + settings.base().getHost() + "-", 0).factory());
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY).connectTimeout(settings.timeout()).executor(threads)
                .sslContext(trust.context()).sslParameters(PeerTrust.parameters()).build();
        this.slots = new Semaphore(settings.maxConcurrent(), true);
        this.failures = new Failures(settings.base(), settings.timeout());
        this.authorization = basic(settings.credentials());
    }

    @Override
    public Response send(Request request) {
        try {
            return sendOnce(request);
        } catch (ProblemException e) {
            // A kept connection that the peer had closed meanwhile looks broken; what may be repeated is repeated on a new one.
            if (e.problem().code() == NetProblem.BROKEN && SAFE_TO_REPEAT.contains(request.method())) {
                return sendOnce(request);
            }
            throw e;
        }
    }

    private Response sendOnce(Request request) {
        long limit = settings.maxBody().bytes();
        HttpResponse<byte[]> answer = inSlot(request, info -> new BoundedBody(limit, info.headers().firstValueAsLong("content-length").orElse(-1)));
        return new Response(answer.statusCode(), headers(answer), answer.body());
    }

    @Override
    public Response sendForStatus(Request request) {
        HttpResponse<byte[]> answer = inSlot(request, info -> new IgnoredBody(settings.timeout()));
        return new Response(answer.statusCode(), headers(answer), answer.body());
    }

    @Override
    public Streaming stream(Request request) {
        HttpResponse<InputStream> answer = exchange(request, HttpResponse.BodyHandlers.ofInputStream(), System.nanoTime() + settings.timeout().toNanos());
        return new Streaming(answer.statusCode(), headers(answer), answer.body());
    }

    @Override
    public CompletableFuture<Socket> webSocket(String path, Listener listener) {
        var builder = client.newWebSocketBuilder().connectTimeout(settings.timeout());
        URI uri = URI.create("wss" + base.substring("https".length()) + path);
        JdkSocket socket = new JdkSocket(listener, settings.maxBody().bytes());
        return CompletableFuture.supplyAsync(() -> builder.buildAsync(uri, socket), threads)
                .thenCompose(opening -> opening)
                .orTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .handle((opened, failure) -> {
                    if (failure != null) {
                        throw failures.problem(failure);
                    }
                    return socket.opened(opened);
                });
    }

    @Override
    public Optional<PeerCertificate> certificate() {
        return trust.seen().map(Certificates::describe);
    }

    @Override
    public void close() {
        closed.accept(this);
        client.shutdownNow();
        threads.shutdownNow();
        try {
            client.awaitTermination(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> HttpResponse<T> inSlot(Request request, BodyHandler<T> body) {
        long deadline = System.nanoTime() + settings.timeout().toNanos();
        try {
            if (!slots.tryAcquire(settings.timeout().toNanos(), TimeUnit.NANOSECONDS)) {
                throw failures.timeout();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        try {
            return exchange(request, body, deadline);
        } finally {
            slots.release();
        }
    }

    /** Name resolution blocks inside sendAsync, so that too runs on a thread of its own and counts. */
    private <T> HttpResponse<T> exchange(Request request, BodyHandler<T> body, long deadline) {
        HttpRequest message = message(request);
        CompletableFuture<CompletableFuture<HttpResponse<T>>> started;
        try {
            started = CompletableFuture.supplyAsync(() -> client.sendAsync(message, body), threads);
        } catch (java.util.concurrent.RejectedExecutionException e) {
            throw failures.problem(e);
        }
        try {
            CompletableFuture<HttpResponse<T>> answer = started.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return answer.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | CancellationException e) {
            throw failures.problem(e);
        } catch (TimeoutException e) {
            abandon(started);
            throw failures.timeout();
        } catch (InterruptedException e) {
            abandon(started);
            throw interrupted(e);
        }
    }

    /** Whenever it has begun, the exchange is ended and its connection with it. */
    private static <T> void abandon(CompletableFuture<CompletableFuture<HttpResponse<T>>> started) {
        started.thenAccept(answer -> answer.cancel(true));
    }

    private HttpRequest message(Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + request.path()));
        builder.method(request.method(), request.body().length == 0 && !request.method().equals("POST")
                ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(request.body()));
        if (authorization != null) {
            builder.setHeader("Authorization", authorization);
        }
        request.headers().forEach(builder::setHeader);
        return builder.build();
    }

    private ProblemException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ProblemException(Problem.of(NetProblem.BROKEN, "The request to " + settings.base().getAuthority() + " was cancelled."), e);
    }

    private static Map<String, String> headers(HttpResponse<?> answer) {
        Map<String, String> first = new HashMap<>();
        answer.headers().map().forEach((name, values) -> {
            if (!values.isEmpty()) {
                first.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst());
            }
        });
        return first;
    }

    private static @Nullable String basic(@Nullable Credentials credentials) {
        if (credentials == null) {
            return null;
        }
        String pair = credentials.user() + ":" + credentials.password().reveal();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
