package org.moothall.testkit.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiFunction;

import org.moothall.testkit.Deadline;
import org.moothall.testkit.TestCertificates;

/** The built server and Call Bridges that tell it records, each in a cluster of its own. */
public final class IntakeLab implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BuiltServer server;
    private final Random random;
    private final BiFunction<String, UUID, RecordScript> scripts;
    private final TestCertificates certificate;
    private final List<ScriptedCallBridge> bridges = new ArrayList<>();

    /**
     * Starts the server and adds the bridges, which wait.
     *
     * @param work for what is of no interest later
     * @param seed of what the bridges tell
     */
    public IntakeLab(BuiltServer server, Path work, int bridges, long seed) throws IOException {
        this(server, work, bridges, seed, RecordScript::new);
    }

    /** The same with bridges that tell something else. @param scripts what the bridge of this name tells as this session */
    public IntakeLab(BuiltServer server, Path work, int bridges, long seed, BiFunction<String, UUID, RecordScript> scripts) throws IOException {
        this.server = server;
        this.scripts = scripts;
        random = new Random(seed);
        server.start();
        certificate = TestCertificates.valid();
        add(bridges);
    }

    /** Adds so many bridges more, which wait. */
    public void add(int more) {
        for (int i = 0; i < more; i++) {
            String name = "bridge" + (bridges.size() + 1);
            ScriptedCallBridge bridge = new ScriptedCallBridge(name, certificate, server.trust(), new Random(random.nextLong()),
                    session -> scripts.apply(name, session));
            bridges.add(bridge);
            server.add(bridge);
        }
        Deadline.await("the registration of all", PATIENCE, () -> bridges.stream().allMatch(ScriptedCallBridge::registered));
    }

    /** The server. */
    public BuiltServer server() {
        return server;
    }

    /** The bridges. */
    public List<ScriptedCallBridge> bridges() {
        return bridges;
    }

    /** Compares what the server knows with what it was told. */
    public Judge judge() {
        return new Judge(server, bridges);
    }

    /** All bridges tell, for ever. */
    public void tell() {
        bridges.forEach(ScriptedCallBridge::tell);
    }

    /** All bridges wait, with what they have under way. */
    public void pause() {
        bridges.forEach(ScriptedCallBridge::pause);
    }

    /** All bridges tell what is under way and end the meetings that go on. */
    public void finish() {
        for (ScriptedCallBridge bridge : bridges) {
            bridge.tellUpTo((bridge.told() / bridge.script().round() + 2) * bridge.script().round());
        }
        Deadline.await("the rest", PATIENCE, () -> bridges.stream().allMatch(bridge -> bridge.acknowledged() % bridge.script().round() == 0
                && bridge.acknowledged() == bridge.told()));
    }

    /** Waits until so many records more were answered 200. */
    public void awaitMore(long records) {
        long goal = acknowledged() + records;
        Deadline.await(records + " more records", PATIENCE, () -> acknowledged() >= goal);
    }

    /** Records that were answered 200 so far. */
    public long acknowledged() {
        return bridges.stream().mapToLong(ScriptedCallBridge::acknowledged).sum();
    }

    /** Bodies that were not answered 200 so far. */
    public long refused() {
        return bridges.stream().mapToLong(ScriptedCallBridge::refused).sum();
    }

    @Override
    public void close() {
        bridges.forEach(ScriptedCallBridge::close);
        server.close();
    }
}
