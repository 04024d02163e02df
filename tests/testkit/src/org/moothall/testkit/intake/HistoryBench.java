package org.moothall.testkit.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Measures the built server with a long history beside one with hardly any: how long it takes to start again, lists, and the disk.
 * Prints a line of words; {@code releng/bench} makes a table of it.
 */
public final class HistoryBench implements AutoCloseable {

    private static final int FEW_LEGS = 3_000;
    private static final int REQUESTS = 200;
    private static final List<List<String>> LISTS = List.of(List.of("state=ended&sort=end&order=desc", "state=ended&sort=name", "state=ended&sort=start"),
            List.of("state=ended&q=boar", "state=ended&q=first7+last7", "state=ended&q=revi+4711"), List.of("state=active"));

    private final BuiltServer server;
    private final Path data;
    private final List<String> fill;

    private HistoryBench(Path program, Path work, List<String> fill) throws IOException {
        data = Files.createDirectories(work.resolve("data"));
        server = new BuiltServer(program, data, work);
        this.fill = fill;
    }

    /** {@code PROGRAM WORK LEGS COMMAND…}; the command fills the store that it is told, with so many legs, by a seed. */
    public static void main(String[] arguments) throws IOException {
        long legs = Long.parseLong(arguments[2]);
        try (HistoryBench bench = new HistoryBench(Path.of(arguments[0]), Path.of(arguments[1]), List.of(arguments).subList(3, arguments.length))) {
            bench.server.start();
            bench.server.stop();
            bench.fill(FEW_LEGS, 1);
            bench.restart();
            String few = bench.lists();
            bench.server.stop();
            long before = bench.bytes();
            bench.fill(legs, 2);
            long bytes = (bench.bytes() - before) / legs;
            System.out.println("history " + legs + ' ' + bench.restart() + ' ' + bytes + ' ' + bench.lists() + ' ' + few);
        }
    }

    /** Milliseconds until the first page of the history is there. */
    private long restart() {
        long start = System.nanoTime();
        server.start();
        server.get("/meetings?" + LISTS.get(0).get(0));
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private String lists() {
        List<String> words = new ArrayList<>();
        for (List<String> queries : LISTS) {
            queries.forEach(query -> server.get("/meetings?" + query));
            Latencies latencies = new Latencies();
            for (int i = 0; i < REQUESTS; i++) {
                long start = System.nanoTime();
                server.get("/meetings?" + queries.get(i % queries.size()));
                latencies.add(System.nanoTime() - start);
            }
            words.add(String.format(Locale.ROOT, "%.1f %.1f", latencies.millis(0.5), latencies.millis(0.99)));
        }
        return String.join(" ", words);
    }

    private void fill(long legs, int seed) {
        List<String> command = new ArrayList<>(fill);
        command.addAll(List.of(data.resolve("store").toString(), Long.toString(legs), Integer.toString(seed)));
        try {
            if (new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start().waitFor() != 0) {
                throw new IllegalStateException("the store could not be filled");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private long bytes() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("store"))) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
