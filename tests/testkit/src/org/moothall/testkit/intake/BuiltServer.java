package org.moothall.testkit.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.testkit.Deadline;
import org.moothall.testkit.TrustingClient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The built server product alone, with its administrator's API: started, killed, started again with the same data. */
public final class BuiltServer implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration FAREWELL = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path program;
    private final Path data;
    private final Path work;
    private final int port;
    private final String options;
    private final Map<String, String> environment = new HashMap<>();
    private @Nullable Process process;
    private @Nullable HttpClient client;
    private @Nullable SSLContext trust;
    private String token = "";

    /**
     * Starts nothing yet.
     *
     * @param program folder of the product
     * @param data where it keeps its state
     * @param work for its log and what else is of no interest later
     */
    public BuiltServer(Path program, Path data, Path work) {
        this.program = program;
        this.data = data;
        this.work = work;
        port = freePort();
        options = "-Dosgi.sharedConfiguration.area=file:" + program.resolve("configuration") + " -Dosgi.configuration.cascaded=true";
        environment.put("JAVA_HOME", Objects.requireNonNull(System.getProperty("java.home")));
        environment.put("MOOTHALL_CONFIGURATION", work.resolve("configuration").toString());
        options("");
    }

    /** The product that was built last in the checkout that {@code moothall.root} names. */
    public static Path built() {
        return Path.of(System.getProperty("moothall.root", "")).resolve("product/target/products/org.moothall.server.product/linux/gtk/x86_64/moothall-server");
    }

    /** Flags for the Java of the next start. */
    public void options(String flags) {
        environment("MOOTHALL_JAVA_OPTS", options + ' ' + flags);
    }

    /** Sets a variable for the next start. */
    public void environment(String name, String value) {
        environment.put(name, value);
    }

    /** Starts it and waits until it answers; signs in when it is new. */
    public void start() {
        Path ready = work.resolve("ready.json");
        try {
            Files.deleteIfExists(ready);
            launch(ready);
            Process started = Objects.requireNonNull(process);
            if (!Deadline.within(START, () -> Files.exists(ready) || !started.isAlive()) || !started.isAlive()) {
                throw new IllegalStateException("the server did not start: " + log());
            }
            if (client == null) {
                JsonNode facts = JSON.readTree(ready.toFile());
                Path authority = Path.of(facts.path("caFile").asText());
                client = TrustingClient.of(authority);
                trust = TrustingClient.context(authority);
                token = post("/sessions", JSON.writeValueAsString(Map.of("user", facts.path("user").asText(), "password", facts.path("password").asText())))
                        .path("token").asText();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts it where it cannot, and gives what it says when it has ended. */
    public String refusal() throws IOException {
        launch(work.resolve("ready.json"));
        Process started = Objects.requireNonNull(process);
        Deadline.await("the refusal", START, () -> !started.isAlive());
        return started.exitValue() + ": " + log();
    }

    private void launch(Path ready) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program.resolve("server.sh").toString(), "--data", data.toString(), "--port", Integer.toString(port),
                "--ready-file", ready.toString());
        builder.environment().putAll(environment);
        process = builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile())).start();
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() {
        end(true);
    }

    /** Asks it to end. */
    public void stop() {
        end(false);
    }

    private void end(boolean hard) {
        Process running = process;
        if (running != null) {
            if (hard) {
                running.destroyForcibly();
            } else {
                running.destroy();
            }
            Deadline.await("the end of the server", FAREWELL, () -> !running.isAlive());
        }
    }

    /** Trusts the server. */
    public SSLContext trust() {
        return Objects.requireNonNull(trust, "it was never started");
    }

    /** Process id. */
    public long pid() {
        return Objects.requireNonNull(process).pid();
    }

    /** Megabytes of its memory: {@code VmRSS} now, {@code VmHWM} at most. */
    public long memory(String which) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid()), "status")).stream().filter(line -> line.startsWith(which + ':'))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Listens to its events on a thread of its own until it ends; returns when it is heard. */
    public void listen(Consumer<String> line) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/api/v1/events")).header("Authorization", "Bearer " + token)
                .build();
        try {
            HttpResponse<Stream<String>> answer = Objects.requireNonNull(client, "it was never started").send(request, BodyHandlers.ofLines());
            Thread.ofVirtual().start(() -> {
                try {
                    answer.body().forEach(line);
                } catch (UncheckedIOException e) {
                    answer.body().close(); // the server has ended
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Where it writes what it has to say. */
    public Path logFile() {
        return work.resolve("server.log");
    }

    private String log() throws IOException {
        return Files.exists(logFile()) ? Files.readString(logFile()) : "";
    }

    /** Adds this bridge, in a cluster of its own that is called as the bridge. */
    public void add(ScriptedCallBridge bridge) {
        post("/call-bridges", bridge.description());
    }

    /** The ids of all clusters by name. */
    public Map<String, String> clusters() {
        Map<String, String> clusters = new HashMap<>();
        get("/clusters?limit=100").path("items").forEach(cluster -> clusters.put(cluster.path("name").asText(), cluster.path("id").asText()));
        return clusters;
    }

    /** Keys of the notifications that are the case, with explanation and remedy. */
    public Map<String, String> conditions() {
        Map<String, String> conditions = new HashMap<>();
        get("/notifications?limit=100").path("items").forEach(item -> {
            if (item.path("clearedAt").isMissingNode() || item.path("clearedAt").isNull()) {
                JsonNode condition = item.path("condition");
                conditions.put(condition.path("key").asText(), condition.path("message").asText() + " | " + condition.path("explanation").asText() + " | "
                        + condition.path("remedy").asText());
            }
        });
        return conditions;
    }

    /** All items of a list. */
    public List<JsonNode> items(String path, String query) {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = get(path + '?' + query + "&limit=100");
        page.path("items").forEach(items::add);
        while (page.hasNonNull("next")) {
            page = get(path + '?' + query + "&limit=100&cursor=" + URLEncoder.encode(page.path("next").asText(), StandardCharsets.UTF_8));
            page.path("items").forEach(items::add);
        }
        return items;
    }

    /** What is at this path of the API. */
    public JsonNode get(String path) {
        return answered(path, request(path).build(), 200);
    }

    private JsonNode post(String path, String body) {
        return answered(path, request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build(), 201);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/api/v1" + path)).timeout(ANSWER);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private JsonNode answered(String path, HttpRequest request, int status) {
        try {
            HttpResponse<String> answer = Objects.requireNonNull(client, "it was never started").send(request, BodyHandlers.ofString());
            if (answer.statusCode() != status) {
                throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
