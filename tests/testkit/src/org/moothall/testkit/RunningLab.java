package org.moothall.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A lab of three nodes and the server that manages it, as {@code releng/run --headless} starts them from the products built last. */
public final class RunningLab implements AutoCloseable {

    private static final Path PROGRAM = Path.of("product/target/products/org.moothall.server.product/linux/gtk/x86_64/moothall-server");
    /** Four programs start at once: on a busy machine that takes minutes, and how long is not what a test of this asks. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration FAREWELL = Duration.ofSeconds(60);

    private final Path data;
    private final Path log;
    private final List<Process> started = new ArrayList<>();
    private final JsonNode facts;

    /** A node as the ready file tells of it. */
    public record Node(String name, URI url, String user, String password, Path caFile) {}

    /** Makes a lab with a fixed script and waits until all of it is up. */
    public RunningLab() throws IOException {
        Path folder = Files.createTempDirectory("moothall-lab");
        data = Files.createDirectories(folder.resolve("data"));
        log = folder.resolve("log");
        Path ready = folder.resolve("ready.json");
        Files.writeString(data.resolve("server.port"), Integer.toString(freePort()));
        Process run = run("--headless", "--seed", "7", "--ready-file", ready.toString());
        if (!Deadline.within(PATIENCE, () -> !run.isAlive() || Files.exists(ready) && ready.toFile().length() > 0) || !run.isAlive()) {
            close();
            throw new IllegalStateException("the lab did not start: " + Files.readString(log));
        }
        facts = new ObjectMapper().readTree(ready.toFile());
    }

    /** Whether the products were built. */
    public static boolean built() {
        return Files.exists(Path.of(System.getProperty("moothall.root", "")).resolve(PROGRAM).resolve("server.sh"));
    }

    /** {@code url}, {@code user}, {@code password} or {@code caFile} of the server. */
    public String fact(String name) {
        return facts.path(name).asText();
    }

    /** The nodes, first the first. */
    public List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        for (JsonNode node : facts.path("nodes")) {
            nodes.add(new Node(node.path("name").asText(), URI.create(node.path("url").asText()), node.path("user").asText(), node.path("password").asText(),
                    Path.of(node.path("caFile").asText())));
        }
        return nodes;
    }

    /** Asks a program, {@code server} or {@code node-1}, to end, and waits until it has. */
    public void stop(String program) {
        end(program, false);
    }

    /** Ends a program as {@code kill -9} does. */
    public void kill(String program) {
        end(program, true);
    }

    /** Starts {@code server}, or {@code node} and its number, again in the same lab; does not wait for it. */
    public void startAgain(String... program) throws IOException {
        run(program);
    }

    /** What {@code releng/run} says when it refuses to run with the same data once more. */
    public String refusal(String... arguments) throws IOException {
        Process process = command(arguments).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!Deadline.within(FAREWELL, () -> !process.isAlive()) || process.exitValue() == 0) {
            throw new IllegalStateException("it was not refused: " + said);
        }
        return said;
    }

    @Override
    public void close() {
        started.forEach(Process::destroy);
        for (Process process : started) {
            try {
                if (!process.waitFor(FAREWELL.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
        forgetData();
    }

    /** Hundreds of megabytes; the log stays for who wants to know what happened. */
    private void forgetData() {
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end(String program, boolean hard) {
        ProcessHandle process = ProcessHandle.of(facts.path("pids").path(program).asLong()).orElseThrow();
        if (hard) {
            process.destroyForcibly();
        } else {
            process.destroy();
        }
        if (!Deadline.within(FAREWELL, () -> !process.isAlive())) {
            throw new IllegalStateException("the " + program + " did not end");
        }
    }

    private Process run(String... arguments) throws IOException {
        Process process = command(arguments).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        started.add(process);
        return process;
    }

    private ProcessBuilder command(String... arguments) {
        Path root = Path.of(Objects.requireNonNull(System.getProperty("moothall.root")));
        List<String> command = new ArrayList<>(List.of(root.resolve("releng/run").toString(), "--no-build", "--data", data.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
