package org.moothall.ui.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A lab of three nodes and the server that manages it, as {@code releng/run --headless} starts them. */
final class RunningLab implements AutoCloseable {
    private static final Path PROGRAM = Path.of("product/target/products/org.moothall.server.product/linux/gtk/x86_64/moothall-server");
    private static final long PATIENCE_SECONDS = 90;

    private final Process process;
    private final JsonNode facts;

    RunningLab() throws IOException {
        Path root = Path.of(Objects.requireNonNull(System.getProperty("moothall.root")));
        Path data = Files.createDirectories(Files.createTempDirectory("moothall-ui-test").resolve("data"));
        Path log = data.resolveSibling("log");
        Path ready = data.resolveSibling("ready.json");
        Files.writeString(data.resolve("server.port"), Integer.toString(freePort()));
        process = new ProcessBuilder(List.of(root.resolve("releng/run").toString(), "--headless", "--offline", "--data", data.toString(), "--seed", "7",
                "--ready-file", ready.toString())).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        await(ready, log);
        facts = new ObjectMapper().readTree(ready.toFile());
    }

    /** Whether the product was built. */
    static boolean built() {
        return Files.exists(Path.of(System.getProperty("moothall.root", "")).resolve(PROGRAM).resolve("server.sh"));
    }

    /** {@code url}, {@code user}, {@code password} or {@code caFile}. */
    String fact(String name) {
        return facts.path(name).asText();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private void await(Path ready, Path log) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Files.exists(ready) || Files.size(ready) == 0) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("the lab did not start: " + tail(log));
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    private static String tail(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
