package org.moothall.node.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.BooleanSupplier;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.moothall.net.HttpsFactory;

/** Nodes where nobody meets unless a test makes them, and a client that reaches them over TLS. */
final class QuietLab implements AutoCloseable {

    /** With it nobody who is called in a test has a bad line. */
    static final long SEED = 755;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** A node that ends may leave a request without an answer for ever. */
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final String NOBODY = """
            {"name":"Nobody","domain":"lab.example","warmUpMinutes":0,"firstNames":["Anna"],"lastNames":["Berg"],"rooms":["Hall"],"tracks":[]}
            """;

    private final Path folder;
    private final Clock clock;
    private final List<NodeConfig> configs = new ArrayList<>();
    private final List<NodeHost> nodes = new ArrayList<>();
    private final HttpClient client;

    /** Makes a lab in this folder and opens its nodes. */
    QuietLab(Path folder, int size, Clock clock) {
        this(folder, size, clock, "");
    }

    /** @param scenario JSON, empty for none */
    QuietLab(Path folder, int size, Clock clock, String scenario) {
        this(folder, size, clock, NOBODY, scenario, false);
    }

    /** All nodes know that they run in one process. */
    static QuietLab together(Path folder, int size, Clock clock, String scenario) {
        return new QuietLab(folder, size, clock, NOBODY, scenario, true);
    }

    /** A lab that is not quiet: all nodes in one process, and people as the script says. */
    static QuietLab playing(Path folder, int size, Clock clock, String script) {
        return new QuietLab(folder, size, clock, script, "", true);
    }

    private QuietLab(Path folder, int size, Clock clock, String script, String scenario, boolean together) {
        this.folder = folder;
        this.clock = clock;
        new LabFactory(folder, Clock.systemUTC()).create(new LabPlan(size, SEED, "../cdr-trust.pem"));
        try {
            Files.writeString(folder.resolve("quiet.json"), script);
            Files.writeString(folder.resolve("scenario.json"), scenario);
            for (int i = 1; i <= size; i++) {
                NodeConfig made = NodeConfig.read(folder.resolve("node-" + i + "/node.json"));
                configs.add(new NodeConfig(made.name(), made.id(), made.hostId(), made.address(), made.port(), made.user(), made.password(), made.certificate(),
                        made.key(),
                        made.cdrTrust(), made.data(), made.cluster(),
                        new NodeConfig.Lab(SEED, made.lab().epoch(), "../quiet.json", scenario.isEmpty() ? null : "../scenario.json"), made.platform()));

            }
            for (int i = 0; i < size; i++) {
                nodes.add(new NodeHost(configs.get(i), folder.resolve("node-" + (i + 1)), clock, HttpsFactory.create(), new PlainExecutors()));
            }
            nodes.forEach(node -> node.open(together ? nodes : List.of()));
            client = HttpClient.newBuilder().sslContext(trusting(folder.resolve("ca.pem"))).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends a node and starts it anew. */
    void restart(int node) {
        nodes.get(node).close();
        nodes.set(node, new NodeHost(configs.get(node), folder.resolve("node-" + (node + 1)), clock, HttpsFactory.create(), new PlainExecutors()));
        nodes.get(node).open(List.of());
    }

    NodeConfig config(int node) {
        return configs.get(node);
    }

    HttpClient client() {
        return client;
    }

    URI uri(int node, String path) {
        return URI.create("https://127.0.0.1:" + configs.get(node).port() + path);
    }

    String basic(int node) {
        String pair = configs.get(node).user() + ":" + configs.get(node).password();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** A request with the right credentials. @param path below {@code /api/v1/} or from the root */
    HttpResponse<byte[]> send(int node, String method, String path, String form) {
        return send(
                HttpRequest.newBuilder(uri(node, path.startsWith("/") ? path : "/api/v1/" + path)).header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Authorization", basic(node)).timeout(ANSWER).method(method, BodyPublishers.ofString(form)).build());
    }

    HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String get(int node, String path) {
        return new String(send(node, "GET", path, "").body(), StandardCharsets.UTF_8);
    }

    /** Makes an object; the path that the answer tells. */
    String make(int node, String path, String form) {
        HttpResponse<byte[]> answer = send(node, "POST", path, form);
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(path + " " + answer.statusCode() + " " + new String(answer.body(),
                StandardCharsets.UTF_8)));
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it did not happen in " + PATIENCE);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    @Override
    public void close() {
        nodes.forEach(NodeHost::close);
        client.shutdownNow();
    }

    static SSLContext trusting(Path authority) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("lab", Pem.chain(authority)[0]);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
