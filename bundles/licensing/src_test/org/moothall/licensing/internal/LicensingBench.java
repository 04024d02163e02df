package org.moothall.licensing.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.moothall.licensing.LicensingMode;
import org.moothall.licensing.internal.rules.Bins;
import org.moothall.licensing.internal.rules.Figures;
import org.moothall.licensing.internal.rules.Snapshot;
import org.moothall.licensing.internal.store.Source;
import org.moothall.licensing.internal.store.UsageStore;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.ClusterId;
import org.moothall.store.Leases;
import org.moothall.store.Leases.Lease;
import org.moothall.store.Store;
import org.moothall.store.Stores;
import org.moothall.testkit.ManualClock;
import org.moothall.testkit.TestExecutors;

/**
 * Measures licensing over 90 days of 24 Call Bridges ({@code report DIRECTORY}) or ten years of one cluster ({@code years DIRECTORY});
 * started by {@code releng/bench --licensing}.
 */
final class LicensingBench {

    private static final int CLUSTERS = 4;
    private static final int BRIDGES = 6;
    private static final int DAYS = 90;
    private static final int YEARS_DAYS = 3_652;
    private static final int TIMES = 7;
    private static final long DAY = 86_400;
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final ManualClock clock = new ManualClock(NOW);
    private final Random random = new Random(5);
    private final Store store;
    private final UsageStore usage;
    private final Lease lease;

    private LicensingBench(Path directory) {
        store = Stores.embedded(directory, new TestExecutors());
        Leases leases = Stores.leases(store, clock, "bench");
        usage = new UsageStore(store, leases);
        lease = leases.acquire("bench", Duration.ofDays(1)).orElseThrow();
    }

    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[1]);
        LicensingBench bench = new LicensingBench(directory);
        try (Store closing = bench.store) {
            if (args[0].equals("years")) {
                bench.years();
            } else {
                bench.report();
            }
        }
        long bytes = Files.size(directory.resolve("moothall.db"));
        print("store, MB", bytes / 1e6);
    }

    private void report() throws IOException {
        long begin = System.nanoTime();
        long first = NOW.getEpochSecond() - (DAYS - 1) * DAY;
        int snapshots = 0;
        for (int day = 0; day < DAYS; day++) {
            for (int cluster = 0; cluster < CLUSTERS; cluster++) {
                for (int bridge = 0; bridge < BRIDGES; bridge++) {
                    snapshots += take(cluster, bridge, first + day * DAY, DAY, NOW.getEpochSecond());
                }
            }
        }
        print("snapshots", snapshots);
        print("taken in, s", seconds(begin));
        try (Deployment deployment = new Deployment("bench-too", store, new FakeServers(), clock)) {
            deployment.licensing.mode(LicensingMode.SMART_LICENSING);
            print("status after a new snapshot, ms", 1e3 * median(() -> {
                clock.advance(Duration.ofMinutes(5));
                take(0, 0, clock.instant().getEpochSecond() - Bins.LENGTH, Bins.LENGTH, clock.instant().getEpochSecond());
                deployment.licensing.status(clock.instant());
            }));
            print("status alone, ms", 1e3 * median(() -> deployment.licensing.status(clock.instant())));
            print("chart of a day, ms", 1e3 * median(() -> deployment.licensing.usage(NOW.minus(Duration.ofDays(1)), NOW, null)));
            print("chart of 90 days, ms", 1e3 * median(() -> deployment.licensing.usage(NOW.minus(Duration.ofDays(DAYS)), NOW, null)));
            print("report, s", median(() -> deployment.licensing.report(OutputStream.nullOutputStream())));
        }
    }

    private void years() {
        long begin = System.nanoTime();
        long first = NOW.getEpochSecond() - YEARS_DAYS * DAY;
        for (int day = 0; day < YEARS_DAYS; day++) {
            long now = first + (day + 1) * DAY;
            take(0, 0, now - DAY, DAY, now);
            while (usage.expire(now)) {
                continue;
            }
        }
        print("taken in, s", seconds(begin));
    }

    private int take(int cluster, int bridge, long from, long length, long now) {
        String host = "00000000-0000-4000-8000-00000000" + cluster + "00" + bridge;
        ClusterId id = new ClusterId("00000000-0000-4000-9000-00000000000" + cluster);
        List<Snapshot> told = new ArrayList<>();
        for (long at = from + bridge; at < from + length; at += Bins.LENGTH) {
            told.add(new Snapshot(host, at, new Figures(100 * random.nextInt(40), 20_000, 100 * random.nextInt(9), 17 * random.nextInt(9),
                    50 * random.nextInt(60), 100 * random.nextInt(5), 0)));
        }
        usage.take(Source.fresh(id, host, host, new CallBridgeId(host)), told, from + length - 1, now, lease);
        return told.size();
    }

    private static double median(Work work) throws IOException {
        double[] taken = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long begin = System.nanoTime();
            work.run();
            taken[i] = seconds(begin);
        }
        Arrays.sort(taken);
        return taken[TIMES / 2];
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void print(String what, double value) {
        System.out.println(String.format(Locale.ROOT, "%-36s %12.3f", what, value));
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }
}
