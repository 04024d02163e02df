package org.moothall.node.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.moothall.core.Boundary;
import org.moothall.core.Credentials;
import org.moothall.core.Executors;
import org.moothall.core.Problem;
import org.moothall.core.Secret;
import org.moothall.mediaengine.Capacity;
import org.moothall.mediaengine.Catalogue;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.EngineClock;
import org.moothall.mediaengine.Identities;
import org.moothall.mediaengine.Item;
import org.moothall.mediaengine.Terms;
import org.moothall.mediaengine.Space;
import org.moothall.mediaengine.Spaces;
import org.moothall.mediaengine.StateFile;
import org.moothall.mediaengine.callbridge.CallBridge;
import org.moothall.mediaengine.callbridge.CallBridgeSettings;
import org.moothall.mediaengine.callbridge.CallBridgeSettings.Member;
import org.moothall.mediaengine.callbridge.Scenario;
import org.moothall.mediaengine.script.Schedule;
import org.moothall.mediaengine.script.Script;
import org.moothall.mediaengine.script.ScriptPlayer;
import org.moothall.net.Https;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running node. Made, it has played the time before its start; {@link #open()} lets the world in. */
@Boundary
final class NodeRuntime implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NodeRuntime.class);
    /** How late a lab may be started for the first time and still be the same as any other of its seed. */
    private static final Duration FIRST_START = Duration.ofMinutes(30);
    private static final Duration SHORT_BREAK = Duration.ofMinutes(2);
    private static final long TICK_MILLIS = 100;
    private static final int TICKS_BETWEEN_TALK = 10;
    private static final int TICKS_BETWEEN_SAVES = 50;

    private final StateFile<Alive> alive;
    private final StateFile<KeptSpaces> spacesFile;
    private final StateFile<KeptObjects> catalogueFile;
    private final EngineClock clock;
    private final Catalogue catalogue;
    private final Conference conference;
    private final CallBridge bridge;
    private final ScriptPlayer player;
    private final ScheduledExecutorService scheduler;
    private List<Space> saved = List.of();
    private List<Item> savedObjects = List.of();
    private long ticks;
    private volatile boolean opened;

    /** When the node was last known to run. */
    record Alive(Instant at) {}

    /** How often the node was started. */
    record Runs(long begun) {}

    /** The spaces on the disk. */
    record KeptSpaces(List<Space> spaces) {}

    /** The configuration on the disk. */
    record KeptObjects(List<Item> objects) {}

    NodeRuntime(NodeConfig config, Path folder, Clock real, Https https, Executors executors, Consumer<Duration> restart) {
        Path data = directory(folder.resolve(config.data()));
        Script script = script(config, folder);
        Schedule schedule = new Schedule(script, config.lab().seed(), Math.max(1, config.cluster().members().size()));
        alive = new StateFile<>(data.resolve("alive.json"), Alive.class);
        spacesFile = new StateFile<>(data.resolve("spaces.json"), KeptSpaces.class);
        Instant boot = boot(real.instant(), Duration.ofMinutes(script.warmUpMinutes()), config.lab().epoch());
        clock = new EngineClock(real, boot);
        catalogueFile = new StateFile<>(data.resolve("objects.json"), KeptObjects.class);
        Identities ids = new Identities(config.lab().seed(), config.place(), begun(data));
        catalogue = new Catalogue(clock, ids, catalogueFile.read().map(KeptObjects::objects).orElse(List.of()));
        conference = new Conference(clock, spaces(schedule, ids, config.capacity()),
                Terms.of(clock, catalogue, schedule::users, config.capacity()), script.domain(), ids);
        conference.spaces().onWrite(space -> saveSpaces());
        bridge = new CallBridge(settings(config, folder, data, boot), new CallBridge.Core(conference, catalogue, restart), clock, https,
                executors);
        catalogue.onWrite(item -> saveObjects());
        catalogue.onChange(conference::profilesChanged);
        player = new ScriptPlayer(conference, schedule, config.place(), config.lab().epoch(), boot);
        player.play(real.instant(), at -> {
            clock.holdAt(at);
            bridge.measure();
        });
        clock.release();
        scheduler = executors.scheduler("lab");
    }

    /** The network face. */
    CallBridge bridge() {
        return bridge;
    }

    /** Opens the port and goes on with the script. Returns the port. Problem: {@code core.unavailable}. */
    int open() {
        int port = bridge.open();
        opened = true;
        scheduler.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        return port;
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
        bridge.close();
        if (opened) {
            saveSpaces();
            saveObjects();
            alive.write(new Alive(clock.instant()));
        }
    }

    private void tick() {
        try {
            player.play(clock.instant(), at -> {});
            conference.advance();
            ticks++;
            if (ticks % TICKS_BETWEEN_TALK == 0) {
                player.talk(clock.instant());
            }
            if (ticks % TICKS_BETWEEN_SAVES == 0) {
                saveSpaces();
                saveObjects();
                alive.write(new Alive(clock.instant()));
            }
        } catch (Exception e) {
            LOG.error("A step of the script failed", e);
        }
    }

    /** How often the node ran before; counted on the disk before anything of this run can be seen. */
    private static long begun(Path data) {
        StateFile<Runs> file = new StateFile<>(data.resolve("runs.json"), Runs.class);
        long before = file.read().map(Runs::begun).orElse(0L);
        file.write(new Runs(before + 1));
        return before;
    }

    /**
     * A node that was away only shortly starts anew; one that was away longer looks as if it had not been. A fresh one begins where its
     * lab does, however long it took to start it.
     */
    private Instant boot(Instant now, Duration warmUp, Instant epoch) {
        Instant earliest = now.minus(warmUp);
        Optional<Instant> last = alive.read().map(Alive::at);
        if (last.isEmpty()) {
            Instant first = epoch.minus(warmUp);
            return first.isAfter(earliest) || first.isBefore(earliest.minus(FIRST_START)) ? earliest : first;
        }
        boolean shortBreak = last.get().plus(SHORT_BREAK).isAfter(now);
        return shortBreak ? now : last.get().isAfter(earliest) ? last.get() : earliest;
    }

    private Spaces spaces(Schedule schedule, Identities ids, Capacity capacity) {
        Map<UUID, Space> known = new LinkedHashMap<>();
        schedule.spaces().forEach(space -> known.put(space.id(), space));
        spacesFile.read().ifPresent(kept -> kept.spaces().forEach(space -> known.put(space.id(), space)));
        return new Spaces(clock, ids, known.values(), capacity);
    }

    private synchronized void saveSpaces() {
        List<Space> now = conference.spaces().all();
        if (!now.equals(saved)) {
            spacesFile.write(new KeptSpaces(now));
            saved = now;
        }
    }

    private synchronized void saveObjects() {
        List<Item> now = catalogue.all();
        if (!now.equals(savedObjects)) {
            catalogueFile.write(new KeptObjects(now));
            savedObjects = now;
        }
    }

    private static CallBridgeSettings settings(NodeConfig config, Path folder, Path data, Instant boot) {
        List<Member> members = config.cluster().members().stream().map(member -> new Member(member.id(), member.name(), member.url())).toList();
        Member self = new Member(config.id(), config.name(), URI.create("https://" + config.address() + ":" + config.port()));
        String keyPassword = UUID.randomUUID().toString();
        return new CallBridgeSettings(self, config.hostId(), config.cluster().id(), members, config.address(), config.port(),
                Pem.keyStore(folder.resolve(config.certificate()), folder.resolve(config.key()), keyPassword), Secret.of(keyPassword),
                new Credentials(config.user(), Secret.of(config.password())), Secret.of(config.cluster().secret()),
                members.isEmpty() ? List.of() : List.of(text(folder.resolve(config.cluster().ca()))), folder.resolve(config.cdrTrust()), data, boot,
                scenario(config, folder));
    }

    private static Scenario scenario(NodeConfig config, Path folder) {
        String file = config.lab().scenario();
        return file == null ? Scenario.NONE : Scenario.read(folder.resolve(file));
    }

    private static Script script(NodeConfig config, Path folder) {
        String file = config.lab().script();
        if (file == null) {
            return Script.officeDay();
        }
        try (var in = Files.newInputStream(folder.resolve(file))) {
            return Script.read(in);
        } catch (IOException e) {
            throw unreadable(folder.resolve(file));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    private static RuntimeException unreadable(Path file) {
        return Problem.invalid(file.toString(), "cannot be read: check that it exists and may be read.").exception();
    }

    private static Path directory(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
