package org.moothall.licensing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.licensing.UsageChart.Point;
import org.moothall.store.Store;
import org.moothall.testkit.ManualClock;
import org.moothall.testkit.store.Engine;

/** {@code license-data.zip}: whoever has it recomputes what the page shows, here with arithmetic of its own. */
class ReportTest {

    private static final int DAYS = 3;
    private static final int BIN = 300;

    private final Store store;
    private final ManualClock clock = new ManualClock(Deployment.BEGIN);
    private final FakeServers servers = new FakeServers();
    private final Deployment deployment;
    private Map<String, List<String>> files = Map.of();

    ReportTest(@TempDir Path directory) {
        store = Engine.SQLITE.open(directory);
        deployment = new Deployment("here", store, servers, clock);
    }

    @BeforeEach
    void use() throws IOException {
        Random random = new Random(11);
        for (String cluster : List.of("east", "west")) {
            FakeCluster made = new FakeCluster(clock, true);
            servers.add(cluster, cluster, made.bridge(cluster));
            for (int i = 0; i < DAYS * 288; i++) {
                if (random.nextInt(20) > 0) {
                    made.tell(cluster, Deployment.BEGIN.plusSeconds((long) i * BIN + 7), "smpFull=" + random.nextInt(9) + ".00",
                            "smpAud=" + random.nextInt(7) + ".00",
                            "pmp=" + random.nextInt(5) + ".00", "rec=" + random.nextInt(3) + ".00");
                }
            }
        }
        deployment.afterOutage(Duration.ofDays(DAYS));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        deployment.licensing.report(out);
        files = unpacked(out.toByteArray());
    }

    @AfterEach
    void close() {
        deployment.close();
        store.close();
    }

    @Test
    void itHoldsWhatWasReadTheBinsAndTheDailyPeaks() {
        assertEquals(List.of("cluster-bins.csv", "daily-peaks.csv", "host-reported.csv"), List.copyOf(files.keySet()));
        assertEquals("cluster,hostId,time,pmp,pmpAssigned,smpAud,smpPtP,smpFull,rec,str", rows("host-reported.csv").getFirst());
        assertEquals("time,cluster,reported,missing,pmp,pmpAssigned,smpAud,smpPtP,smpFull,rec,str", rows("cluster-bins.csv").getFirst());
        assertEquals("date,pmpPlus,smpPlus,recordingOrStreaming,binsKnown,binsComplete", rows("daily-peaks.csv").getFirst());
    }

    @Test
    void theBinsFollowFromWhatWasRead() {
        Map<String, String> told = new HashMap<>();
        rows("host-reported.csv").stream().skip(1).map(row -> row.split(",", 4)).forEach(row -> told.put(bin(row[2]) + ' ' + row[0], row[3]));
        List<String[]> bins = rows("cluster-bins.csv").stream().skip(1).map(row -> row.split(",", 5)).toList();
        assertEquals(2 * DAYS * 288, bins.size());
        for (String[] row : bins) {
            String figures = told.get(row[0] + ' ' + row[1]);
            assertEquals(figures == null ? "0 1 ,,,,,," : "1 0 " + figures, row[2] + ' ' + row[3] + ' ' + row[4]);
        }
        assertTrue(bins.stream().anyMatch(row -> row[3].equals("1")), "some are missing");
    }

    @Test
    void theDailyPeaksFollowFromTheBinsAndAreWhatThePageShows() {
        TreeMap<Long, double[]> sums = new TreeMap<>();
        rows("cluster-bins.csv").stream().skip(1).map(row -> row.split(",", -1)).filter(row -> row[2].equals("1")).forEach(row -> {
            double[] sum = sums.computeIfAbsent(Instant.parse(row[0]).getEpochSecond(), t -> new double[3]);
            sum[0] += number(row[4]);
            sum[1] += number(row[8]) + number(row[6]) / 6 + number(row[7]) / 6;
            sum[2] += number(row[9]) + number(row[10]);
        });
        Map<String, double[]> peaks = new TreeMap<>();
        sums.forEach((time, sum) -> {
            double[] peak = peaks.computeIfAbsent(Instant.ofEpochSecond(time).toString().substring(0, 10), d -> new double[3]);
            for (int i = 0; i < peak.length; i++) {
                peak[i] = Math.max(peak[i], smooth(sums, time, i));
            }
        });
        List<String[]> days = rows("daily-peaks.csv").stream().skip(1).map(row -> row.split(",")).toList();
        assertEquals(DAYS, days.size());
        List<Point> shown = deployment.licensing.usage(Deployment.BEGIN, clock.instant(), null).points();
        for (int day = 0; day < DAYS; day++) {
            String[] row = days.get(day);
            assertArrayClose(Objects.requireNonNull(peaks.get(row[0])), row);
            assertEquals(number(row[2]), Objects.requireNonNull(shown.get(day).used()).smpPlus(), 0.0001);
        }
    }

    private static void assertArrayClose(double[] expected, String[] row) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], number(row[i + 1]), 0.0001, row[0]);
        }
    }

    private static double smooth(TreeMap<Long, double[]> sums, long time, int type) {
        double[] near = List.of(time - BIN, time, time + BIN).stream().filter(sums::containsKey).mapToDouble(t -> Objects.requireNonNull(sums.get(t))[type])
                .sorted().toArray();
        return near[(near.length - 1) / 2];
    }

    private static String bin(String time) {
        return Instant.ofEpochSecond(Instant.parse(time).getEpochSecond() / BIN * BIN).toString();
    }

    private static double number(String cell) {
        return Double.parseDouble(cell);
    }

    private List<String> rows(String file) {
        return Objects.requireNonNull(files.get(file));
    }

    private static Map<String, List<String>> unpacked(byte[] zipped) throws IOException {
        Map<String, List<String>> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), Arrays.asList(new String(zip.readAllBytes(), StandardCharsets.UTF_8).split("\r\n")));
            }
        }
        return files;
    }
}
