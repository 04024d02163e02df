package org.moothall.ui.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The built server product as a process of its own, with an empty store. */
final class RunningServer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("product/target/products/org.moothall.server.product/linux/gtk/x86_64/moothall-server");
    private static final long PATIENCE_SECONDS = 90;

    private final Process process;
    private final JsonNode facts;

    RunningServer() throws IOException {
        Path program = Path.of(Objects.requireNonNull(System.getProperty("moothall.root"))).resolve(PROGRAM);
        Path data = Files.createTempDirectory("moothall-ui-test");
        Path ready = data.resolve("ready.json");
        process = new ProcessBuilder(List.of(program.resolve("server.sh").toString(), "--data", data.resolve("state").toString(), "--bind", "127.0.0.1", "--port",
                "0", "--ready-file", ready.toString())).redirectErrorStream(true).redirectOutput(new File(data.toFile(), "log")).start();
        await(ready, data.resolve("log"));
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
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void await(Path ready, Path log) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Files.exists(ready) || Files.size(ready) == 0) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("the server did not start: " + tail(log));
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
