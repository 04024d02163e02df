package com.example.acme.dropins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A copy of a built product with something dropped in, running. */
final class Product implements AutoCloseable {

    private final String name;
    private final Process process;
    private final Path log;

    /** Copies, drops the jar of this bundle in, and starts. */
    Product(Path work, String name, String bundle, String... arguments) throws IOException, InterruptedException {
        this.name = name;
        Path copy = work.resolve(name);
        Path built = Path.of(System.getProperty("moothall.products"), "org.moothall." + name + ".product/linux/gtk/x86_64/moothall-" + name);
        new ProcessBuilder("cp", "-r", built.toString(), copy.toString()).inheritIO().start().waitFor();
        Path dropins = Files.createDirectories(copy.resolve("dropins"));
        Files.copy(jar(bundle), dropins.resolve(bundle + ".jar"), StandardCopyOption.REPLACE_EXISTING);
        log = work.resolve(name + ".log");
        List<String> command = Stream.concat(Stream.of(copy.resolve(name + ".sh").toString()), Stream.of(arguments)).toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process = builder.start();
    }

    private static Path jar(String bundle) throws IOException {
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty("acme"), bundle, "target"))) {
            return jars.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
    }

    /** What it wrote to the terminal. */
    String log() throws IOException {
        return Files.readString(log);
    }

    /** Waits until this holds; fails with the end of the log when it does not within a minute. */
    void await(String what, Condition condition) throws Exception {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.holds()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new AssertionError(name + ": " + what + " did not happen. Its log:\n" + log());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Something to wait for. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws Exception;
    }
}
