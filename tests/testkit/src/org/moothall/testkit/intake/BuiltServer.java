package org.moothall.testkit.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import javax.net.ssl.SSLContext;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.testkit.Deadline;
import org.moothall.testkit.RunningLab.Node;
import org.moothall.testkit.TrustingClient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The built server product alone, with its administrator's API: started, killed, started again with the same data. */
public final class BuiltServer implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration FAREWELL = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path program;
    private final Path data;
    private final Path work;
    private final int port;
    private final String options;
    private final Map<String, String> environment = new HashMap<>();
    private @Nullable Process process;
    private @Nullable SSLContext trust;
    private @Nullable Door door;
    private @Nullable AdministratorApi api;

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

    /** Starts with this bundle, too. */
    public void plugIn(ServerPlugin plugin) throws IOException {
        options(plugin.flags(program, work));
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
            if (api == null) {
                JsonNode facts = JSON.readTree(ready.toFile());
                Door made = new Door(URI.create(facts.path("url").asText()), Path.of(facts.path("caFile").asText()), facts.path("user").asText(),
                        facts.path("password").asText());
                door = made;
                trust = TrustingClient.context(made.authority());
                api = new AdministratorApi(made);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How people reach it. @param user and password: its administrator's */
    public record Door(URI url, Path authority, String user, String password) {}

    /** How people reach it, once it was started. */
    public Door door() {
        return Objects.requireNonNull(door, "it was never started");
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
        return Vitals.status(pid(), which) / 1024;
    }

    /** Listens to its events on a thread of its own until it ends; returns when it is heard. */
    public void listen(Consumer<String> line) {
        api().listen(line);
    }

    /** Where it writes what it has to say. */
    public Path logFile() {
        return work.resolve("server.log");
    }

    private String log() throws IOException {
        return Files.exists(logFile()) ? Files.readString(logFile()) : "";
    }

    /** Adds this bridge, in a cluster of its own that is called as the bridge. Returns its id here. */
    public String add(ScriptedCallBridge bridge) {
        return api().post(201, "/call-bridges", bridge.description()).path("callBridge").path("id").asText();
    }

    /** The bridge of this id is not managed any more. */
    public void remove(String bridge) {
        api().delete("/call-bridges/" + bridge);
    }

    /** Adds the bridges of a lab, in a cluster of this name. */
    public void add(String cluster, List<Node> nodes) {
        for (Node node : nodes) {
            String address = node.url().getAuthority();
            String certificate = api().post(200, "/call-bridges/certificate", Map.of("address", address)).path("sha256").asText();
            api().post(201, "/call-bridges", Map.of("address", address, "user", node.user(), "password", node.password(), "clusterName", cluster, "trust",
                    Map.of("mode", "pinned", "sha256", certificate)));
        }
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
        return api().items(path, query);
    }

    /** What is at this path of the API. */
    public JsonNode get(String path) {
        return api().get(path);
    }

    private AdministratorApi api() {
        return Objects.requireNonNull(api, "it was never started");
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
