package org.moothall.testkit.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How a Java program is at a moment.
 *
 * @param heap megabytes that live after a collection
 * @param resident megabytes of memory
 * @param threads those that the operating system knows
 * @param handles open files and connections
 */
record Vitals(long heap, long resident, long threads, long handles) {

    /** Looks at the program with this process id, after a collection. */
    static Vitals of(long pid) {
        jcmd(pid, "GC.run");
        long heap = jcmd(pid, "GC.heap_info").lines().map(String::strip).filter(line -> line.startsWith("DefNew") || line.startsWith("Tenured"))
                .mapToLong(line -> Long.parseLong(line.replaceFirst(".*used (\\d+)K.*", "$1"))).sum() / 1024;
        return new Vitals(heap, status(pid, "VmRSS") / 1024, status(pid, "Threads"), handles(pid));
    }

    /** A number that the system tells of a process. */
    static long status(long pid, String which) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream().filter(line -> line.startsWith(which + ':'))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long handles(long pid) {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return open.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String jcmd(long pid, String command) {
        try {
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                    .redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
