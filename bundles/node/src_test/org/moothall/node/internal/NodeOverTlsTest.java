package org.moothall.node.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.ProblemException;
import org.moothall.net.HttpsFactory;

/** Two nodes of one cluster, driven over TLS as a management server would. */
class NodeOverTlsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path lab = Path.of("");
    private final List<NodeRuntime> nodes = new ArrayList<>();
    private final List<NodeConfig> configs = new ArrayList<>();
    private HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void startTheLab() throws IOException, GeneralSecurityException {
        new LabFactory(lab, Clock.systemUTC()).create(new LabPlan(2, 7, "../cdr-trust.pem"));
        for (int i = 1; i <= 2; i++) {
            NodeConfig config = NodeConfig.read(lab.resolve("node-" + i + "/node.json"));
            NodeRuntime node = new NodeRuntime(config, lab.resolve("node-" + i), Clock.systemUTC(), HttpsFactory.create(), new PlainExecutors(), down -> {});
            node.open();
            configs.add(config);
            nodes.add(node);
        }
        client = HttpClient.newBuilder().sslContext(QuietLab.trusting(lab.resolve("ca.pem"))).build();
    }

    @AfterEach
    void stopTheLab() {
        nodes.forEach(NodeRuntime::close);
        client.shutdownNow();
    }

    @Test
    void theBridgesOfAClusterSeeEachOthersPeopleUntilOneDies() {
        await(() -> get(0, remote()).contains("<callBridge>" + configs.get(1).id() + "</callBridge>"));
        await(() -> detail(0).anyMatch(xml -> xml.contains("<numDistributedInstances>2</numDistributedInstances>")));
        nodes.remove(1).close();
        await(() -> get(0, remote()).contains("total=\"0\""));
        await(() -> get(0, "/api/v1/system/alarms").contains("<type>callBridgeConnectionFailure</type>"));
    }

    @Test
    void aPortInUseIsAProblemInWords() throws IOException {
        NodeConfig config = configs.get(0);
        Path other = Files.createDirectories(lab.resolve("twin"));
        for (String file : List.of("node.pem", "node.key")) {
            Files.copy(lab.resolve("node-1").resolve(file), other.resolve(file));
        }
        try (NodeRuntime twin = new NodeRuntime(config, other, Clock.systemUTC(), HttpsFactory.create(), new PlainExecutors(), down -> {})) {
            ProblemException refused = assertThrows(ProblemException.class, twin::open);
            assertTrue(refused.problem().detail().contains(String.valueOf(config.port())), refused.problem().detail());
        }
    }

    @Test
    void makingTheLabAgainKeepsEverything() throws IOException {
        String before = Files.readString(lab.resolve("credentials.json")) + Files.readString(lab.resolve("node-1/node.json"))
                + Files.readString(lab.resolve("ca.pem"));
        new LabFactory(lab, Clock.systemUTC()).create(new LabPlan(2, 99, "elsewhere"));
        assertEquals(before, Files.readString(lab.resolve("credentials.json")) + Files.readString(lab.resolve("node-1/node.json"))
                + Files.readString(lab.resolve("ca.pem")));
    }

    private String remote() {
        return "/api/v1/participants?callBridgeFilter=" + configs.get(1).id();
    }

    private java.util.stream.Stream<String> detail(int node) {
        Matcher calls = Pattern.compile("<call id=\"([^\"]+)").matcher(get(node, "/api/v1/calls?limit=50"));
        return calls.results().map(found -> get(node, "/api/v1/calls/" + found.group(1)));
    }

    private URI uri(int node, String path) {
        return URI.create("https://127.0.0.1:" + configs.get(node).port() + path);
    }

    private String get(int node, String path) {
        try {
            return send(node, "GET", path, "").body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(int node, String method, String path, String form) throws IOException, InterruptedException {
        String pair = configs.get(node).user() + ":" + configs.get(node).password();
        return client.send(HttpRequest.newBuilder(uri(node, path)).header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic " + java.util.Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .method(method, BodyPublishers.ofString(form)).build(), BodyHandlers.ofString());
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "it did not happen in " + PATIENCE);
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }
}
