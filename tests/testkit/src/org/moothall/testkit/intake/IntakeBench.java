package org.moothall.testkit.intake;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import javax.net.ssl.SSLContext;

import org.moothall.testkit.Deadline;
import org.moothall.testkit.TestCertificates;
import org.moothall.testkit.TrustingClient;

/**
 * Measures the intake of the built server beside a sink that keeps nothing: the same bridges, records and batches. Prints lines of
 * words; {@code releng/bench} makes a table of them.
 */
public final class IntakeBench implements AutoCloseable {

    private static final int CONNECTIONS = 8;
    private static final int WARM_UP_SECONDS = 15;
    /** What is wanted: so many records a second, whatever becomes of those before. */
    private static final int OFFERED = 10_000;
    private static final int OFFERED_BATCH = 20;
    /** Who has much to tell tells much at once. */
    private static final int OVERLOAD_BATCH = 100;
    private static final int OVERLOAD_CONNECTIONS = 32;
    private static final double OVERLOAD = 2.2;
    private static final long TICK_NANOS = Duration.ofMillis(20).toNanos();
    private static final Duration VISIBLE = Duration.ofSeconds(120);

    private final int seconds;
    private final IntakeLab lab;
    private final List<ScriptedCallBridge> sink = new ArrayList<>();

    /** What one run gave: of the driver's time and the server's, how much of a core. */
    private record Run(double rate, double p50, double p99, double driver, double server) {

        String words() {
            return String.format(Locale.ROOT, "%.0f %.2f %.2f %.0f %.0f", rate, p50, p99, driver * 100, server * 100);
        }
    }

    private IntakeBench(Path program, Path work, int seconds, URI sinkUrl, SSLContext sinkTrust) throws IOException {
        this.seconds = seconds;
        BuiltServer server = new BuiltServer(program, Files.createDirectories(work.resolve("data")), work);
        server.options(System.getProperty("moothall.bench.options", ""));
        lab = new IntakeLab(server, work, CONNECTIONS, 1);
        TestCertificates certificate = TestCertificates.valid();
        for (int i = 0; i < CONNECTIONS; i++) {
            ScriptedCallBridge bridge = new ScriptedCallBridge("sink" + i, certificate, sinkTrust, i);
            bridge.sendTo(sinkUrl);
            sink.add(bridge);
        }
    }

    /** {@code PROGRAM WORK SECONDS SINK_URL SINK_CERTIFICATE BATCH…}. */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        SSLContext sinkTrust = TrustingClient.context(Path.of(arguments[4]));
        try (IntakeBench bench = new IntakeBench(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]), URI.create(arguments[3]),
                sinkTrust)) {
            for (int i = 5; i < arguments.length; i++) {
                bench.beside(Integer.parseInt(arguments[i]));
            }
            bench.offered();
            bench.overload();
        }
    }

    /** Records come at a rate of their own; how long one waits is counted from when it was due, also while the one before it waits. */
    private void offered() {
        List<ScriptedCallBridge> bridges = lab.bridges();
        long every = TimeUnit.SECONDS.toNanos(1) * OFFERED_BATCH * bridges.size() / OFFERED;
        long first = System.nanoTime();
        for (int i = 0; i < bridges.size(); i++) {
            bridges.get(i).tellEvery(OFFERED_BATCH, every, first + every * i / bridges.size());
        }
        Latencies latencies = new Latencies();
        Run ours = measured(bridges, OFFERED_BATCH, latencies);
        System.out.println(String.format(Locale.ROOT, "offered %d %s %.2f %d", OFFERED, ours.words(), latencies.millis(1), visible(bridges)));
    }

    private void beside(int batch) {
        Run bare = run(sink, batch);
        sink.forEach(ScriptedCallBridge::pause);
        Run ours = run(lab.bridges(), batch);
        System.out.println("intake " + batch + ' ' + ours.words() + ' ' + visible(lab.bridges()) + ' ' + lab.server().memory("VmRSS") + ' ' + bare.words());
    }

    private Run run(List<ScriptedCallBridge> bridges, int batch) {
        bridges.forEach(bridge -> bridge.measure(batch, new Latencies()));
        bridges.forEach(ScriptedCallBridge::tell);
        return measured(bridges, batch, new Latencies());
    }

    private Run measured(List<ScriptedCallBridge> bridges, int batch, Latencies latencies) {
        sleep(WARM_UP_SECONDS);
        bridges.forEach(bridge -> bridge.measure(batch, latencies));
        long records = acknowledged(bridges);
        long start = System.nanoTime();
        long driver = driverNanos();
        long server = serverNanos();
        sleep(seconds);
        double wall = System.nanoTime() - start;
        return new Run((acknowledged(bridges) - records) / (wall / 1e9), latencies.millis(0.5), latencies.millis(0.99), (driverNanos() - driver) / wall,
                (serverNanos() - server) / wall);
    }

    /** Milliseconds from now until every acknowledged record shows in the API. */
    private long visible(List<ScriptedCallBridge> bridges) {
        bridges.forEach(bridge -> bridge.tellUpTo(bridge.told()));
        long start = System.nanoTime();
        Judge judge = lab.judge();
        for (ScriptedCallBridge bridge : bridges) {
            Deadline.await("all of " + bridge.name(), VISIBLE, () -> bridge.acknowledged() == bridge.told() && judge.knows(bridge, bridge.told()));
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    /** More is offered than can be taken: bridges queue, the server's memory does not grow, and it is itself again soon after. */
    private void overload() {
        lab.add(OVERLOAD_CONNECTIONS - CONNECTIONS);
        List<ScriptedCallBridge> bridges = lab.bridges();
        double capacity = run(bridges, OVERLOAD_BATCH).rate();
        visible(bridges);
        Latencies latencies = new Latencies();
        long[] first = bridges.stream().mapToLong(ScriptedCallBridge::acknowledged).toArray();
        long records = lab.acknowledged();
        long refused = lab.refused();
        bridges.forEach(bridge -> bridge.measure(OVERLOAD_BATCH, latencies));
        long start = System.nanoTime();
        double most = 0;
        for (long now = start; now - start < TimeUnit.SECONDS.toNanos(seconds); now = System.nanoTime()) {
            double offered = OVERLOAD * capacity * ((now - start) / 1e9) / bridges.size();
            for (int i = 0; i < first.length; i++) {
                bridges.get(i).tellUpTo(first[i] + (long) offered);
            }
            most = Math.max(most, lab.server().memory("VmRSS"));
            LockSupport.parkNanos(TICK_NANOS);
        }
        double wall = (System.nanoTime() - start) / 1e9;
        double taken = (lab.acknowledged() - records) / wall;
        long refusals = lab.refused() - refused;
        long recovery = visible(bridges);
        System.out.println(String.format(Locale.ROOT, "overload %.0f %.0f %.0f %.2f %d %.0f %d", OVERLOAD * capacity, capacity, taken, latencies.millis(0.99),
                refusals, most,
                recovery));
    }

    private static long acknowledged(List<ScriptedCallBridge> bridges) {
        return bridges.stream().mapToLong(ScriptedCallBridge::acknowledged).sum();
    }

    private static long driverNanos() {
        return nanos(ProcessHandle.current());
    }

    private long serverNanos() {
        return nanos(ProcessHandle.of(lab.server().pid()).orElseThrow());
    }

    private static long nanos(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    private static void sleep(int seconds) {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
    }

    @Override
    public void close() {
        sink.forEach(ScriptedCallBridge::close);
        lab.close();
    }
}
