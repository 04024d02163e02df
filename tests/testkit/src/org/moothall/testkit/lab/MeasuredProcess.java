package org.moothall.testkit.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Java program of its own and what it takes of the machine. */
public final class MeasuredProcess implements AutoCloseable {

    private static final long FAREWELL_SECONDS = 20;
    private static final int KILOBYTES = 1_024;
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s*(\\d+) kB");

    private final Process process;

    /** Starts it. @param flags of its Java, empty for none but its own */
    public MeasuredProcess(Path log, String flags, String... command) throws IOException {
        process = builder(log, flags, command).start();
    }

    /** Runs it to its end, which must be a good one. */
    public static void run(Path log, String... command) throws IOException, InterruptedException {
        if (builder(log, "", command).start().waitFor() != 0) {
            throw new IllegalStateException(Files.readString(log));
        }
    }

    private static ProcessBuilder builder(Path log, String flags, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home", ""));
        builder.environment().put("MOOTHALL_CONFIGURATION", log.resolveSibling("configuration").toString());
        builder.environment().put("MOOTHALL_JAVA_OPTS", flags);
        return builder;
    }

    /** Whether it runs. */
    public boolean alive() {
        return process.isAlive();
    }

    /** Processor time so far. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Memory that it has of the machine. */
    public long residentMegabytes() throws IOException {
        return number(RESIDENT, Files.readString(Path.of("/proc/" + process.pid() + "/status"))) / KILOBYTES;
    }

    /** Heap that is in use after a collection. */
    public long heapMegabytes() {
        ask("GC.run");
        String heap = ask("GC.heap_info");
        long sum = 0;
        for (Matcher used = USED.matcher(heap.substring(0, heap.contains("Metaspace") ? heap.indexOf("Metaspace") : heap.length())); used.find();) {
            sum += Long.parseLong(used.group(1));
        }
        return sum / KILOBYTES;
    }

    private String ask(String question) {
        try {
            Process asked = new ProcessBuilder(Path.of(System.getProperty("java.home", ""), "bin", "jcmd").toString(), Long.toString(process.pid()), question)
                    .redirectErrorStream(true).start();
            return new String(asked.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
