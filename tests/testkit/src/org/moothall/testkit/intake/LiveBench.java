package org.moothall.testkit.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.testkit.Deadline;

/**
 * Measures the built server while many people are in many meetings: memory, lists, and how fast a change reaches everybody who
 * listens. Prints a line of words; {@code releng/bench} makes a table of it.
 */
public final class LiveBench implements AutoCloseable {

    private static final int BRIDGES = 8;
    private static final int BATCH = 100;
    private static final int REQUESTS = 200;
    private static final int CHANGES = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private final IntakeLab lab;
    private final int meetings;
    private final int legs;
    private volatile @Nullable Expected expected;

    /** A change that subscribers wait for. */
    private record Expected(String person, String cluster, long sent, Latencies latencies, CountDownLatch everybody) {}

    private LiveBench(Path program, Path work, int meetings, int people) throws IOException {
        this.meetings = meetings;
        legs = meetings * people;
        BuiltServer server = new BuiltServer(program, Files.createDirectories(work.resolve("data")), work);
        server.options(System.getProperty("moothall.bench.options", ""));
        lab = new IntakeLab(server, work, BRIDGES, 1, (name, session) -> new RecordScript(name, session, meetings / BRIDGES, people));
    }

    /** {@code PROGRAM WORK MEETINGS PEOPLE SUBSCRIBERS}; meetings a multiple of eight. */
    public static void main(String[] arguments) throws IOException {
        try (LiveBench bench = new LiveBench(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]))) {
            bench.arrive();
            Vitals vitals = Vitals.of(bench.lab.server().pid());
            String memory = vitals.heap() + " " + vitals.resident();
            Map<String, String> clusters = bench.lab.server().clusters();
            String first = bench.lists(List.of("sort=name", "sort=start&order=desc", "sort=participants&order=desc"));
            String search = bench.lists(List.of("q=pers", "q=a17", "q=talk+77", "q=example"));
            String filter = bench.lists(clusters.values().stream().map(id -> "cluster=" + id).toList());
            System.out.println(String.join(" ", "live", Integer.toString(bench.meetings), Integer.toString(bench.legs), memory, first, search, filter,
                    bench.changes(Integer.parseInt(arguments[4]), clusters)));
        }
    }

    private void arrive() {
        for (ScriptedCallBridge bridge : lab.bridges()) {
            bridge.measure(BATCH, new Latencies());
            bridge.tellUpTo(bridge.script().arrivals());
        }
        Deadline.await("everybody's arrival", PATIENCE, () -> lab.bridges().stream().allMatch(bridge -> bridge.acknowledged() == bridge.script().arrivals()));
        Deadline.await("everybody shown", PATIENCE, () -> lab.server().get("/meetings?state=active&limit=1").path("total").asInt() == meetings
                && lab.server().items("/meetings", "state=active").stream().mapToInt(meeting -> meeting.path("participants").asInt()).sum() == legs);
    }

    private String lists(List<String> queries) {
        Latencies latencies = new Latencies();
        for (int i = 0; i < REQUESTS; i++) {
            String query = queries.get(i % queries.size());
            long start = System.nanoTime();
            lab.server().get("/meetings?state=active&" + query);
            latencies.add(System.nanoTime() - start);
        }
        return words(latencies);
    }

    /** One person after the other leaves; every subscriber has to hear it. */
    private String changes(int subscribers, Map<String, String> clusters) {
        for (int i = 0; i < subscribers; i++) {
            lab.server().listen(this::heard);
        }
        Latencies latencies = new Latencies();
        for (int i = 0; i < CHANGES; i++) {
            ScriptedCallBridge bridge = lab.bridges().get(i % BRIDGES);
            CountDownLatch everybody = new CountDownLatch(subscribers);
            expected = new Expected('"' + bridge.script().leaving(bridge.acknowledged()) + '"', clusters.getOrDefault(bridge.name(), "?"), System.nanoTime(),
                    latencies, everybody);
            bridge.tellUpTo(bridge.acknowledged() + 1);
            await(everybody);
        }
        return words(latencies);
    }

    private void heard(String line) {
        @Nullable Expected now = expected;
        if (now != null && line.startsWith("data:") && line.contains(now.person()) && line.contains(now.cluster())) {
            now.latencies().add(System.nanoTime() - now.sent());
            now.everybody().countDown();
        }
    }

    private static void await(CountDownLatch everybody) {
        try {
            if (!everybody.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(everybody.getCount() + " subscribers did not hear of a change");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String words(Latencies latencies) {
        return String.format(Locale.ROOT, "%.1f %.1f", latencies.millis(0.5), latencies.millis(0.99));
    }

    @Override
    public void close() {
        lab.close();
    }
}
