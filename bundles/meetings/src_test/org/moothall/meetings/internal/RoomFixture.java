package org.moothall.meetings.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;

import org.moothall.core.Executors;
import org.moothall.meetings.History;
import org.moothall.meetings.internal.actions.ActionService;
import org.moothall.meetings.internal.history.KeptHistory;
import org.moothall.meetings.internal.intake.CdrIntake.Answer;
import org.moothall.meetings.internal.intake.CdrIntake.Sender;
import org.moothall.store.Store;
import org.moothall.store.Stores;
import org.moothall.testkit.Deadline;
import org.moothall.testkit.ManualClock;
import org.moothall.testkit.ManualScheduler;
import org.moothall.testkit.MemoryVault;
import org.moothall.testkit.RecordedEvents;
import org.moothall.testkit.RecordedNotifications;
import org.moothall.testkit.TestExecutors;
import org.moothall.testkit.store.EmptyStore;
import org.moothall.web.ListenAddress;

/** A room with a store, scripted bridges and time that a test moves. */
final class RoomFixture implements AutoCloseable {

    private static final Duration STEP = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final ManualClock clock;
    private final List<ManualScheduler> schedulers = new CopyOnWriteArrayList<>();
    final RecordedEvents events = new RecordedEvents();
    final RecordedNotifications conditions = new RecordedNotifications();
    final ScriptedServers servers;
    private final TestExecutors threads = new TestExecutors();
    /** Real threads for work; timed work runs as the test moves time. */
    final Executors executors = executors();
    private final MemoryVault vault = new MemoryVault();
    final Store store;
    final MeetingsRoom room;
    final ActionService actions;
    final UpcomingList upcoming;
    final LiveService meetings;
    final History history;
    final DeskService desk;

    RoomFixture(Path directory) {
        this(directory, new ManualClock());
    }

    /** On a store that was there before, at this time. */
    RoomFixture(Path directory, ManualClock clock) {
        this(clock, threads -> Stores.embedded(directory, threads));
    }

    /** On any store. */
    RoomFixture(ManualClock clock, EmptyStore empty) {
        this.clock = clock;
        servers = new ScriptedServers(events, clock);
        store = empty.open(threads);
        room = new MeetingsRoom(servers, servers, events, conditions, store, vault, executors, clock);
        actions = new ActionService(new RoomGround(room), clock);
        upcoming = new UpcomingList(servers);
        meetings = new LiveService(room, actions, upcoming);
        history = new KeptHistory(new RoomPictures(room), clock);
        desk = new DeskService(room, store, executors(), clock);
        room.bindAddress(new ListenAddress(URI.create("https://127.0.0.1:8443")));
    }

    /** Whoever asks for a scheduler ends it, so each gets its own. */
    private Executors executors() {
        return new Executors() {
            @Override
            public ExecutorService blocking(String name, int limit) {
                return threads.blocking(name, limit);
            }

            @Override
            public ExecutorService serial(String name, int capacity) {
                return threads.serial(name, capacity);
            }

            @Override
            public ScheduledExecutorService scheduler(String name) {
                ManualScheduler scheduler = new ManualScheduler(clock);
                schedulers.add(scheduler);
                return scheduler;
            }
        };
    }

    /** Adds a bridge and waits until we are registered, listen on it and have read it. */
    ScriptedBridge bridge(String name) {
        return bridge(name, new ScriptedBridge());
    }

    ScriptedBridge bridge(String name, ScriptedBridge bridge) {
        bridge.sent.clear();
        long reads = reads(bridge);
        servers.add(name, bridge);
        await(() -> bridge.receivers().stream().anyMatch(uri -> uri.contains("/cdr/")) && !bridge.sent.isEmpty() && reads(bridge) > reads);
        return bridge;
    }

    /** The first read is over when it has asked for this: what a test tells afterwards it does not take for gone. */
    private static long reads(ScriptedBridge bridge) {
        return bridge.asked.stream().filter("LIST participants"::equals).count();
    }

    /** Waits for what happens on other threads; moves no clock. */
    static void await(BooleanSupplier condition) {
        Deadline.await("what was expected", PATIENCE, condition);
    }

    /** Lets time pass. */
    void advance(Duration by) {
        for (Duration left = by; left.isPositive(); left = left.minus(STEP)) {
            clock.advance(STEP);
            schedulers.forEach(scheduler -> scheduler.advance(Duration.ZERO));
        }
    }

    /** Lets time pass until this is the case. */
    void advanceUntil(BooleanSupplier condition) {
        advanceUntil(STEP, condition);
    }

    /** Lets so much time pass between two looks until this is the case. */
    void advanceUntil(Duration step, BooleanSupplier condition) {
        await(() -> {
            advance(step);
            return condition.getAsBoolean();
        });
    }

    /** From now on nothing can be written. */
    void breakStore() {
        store.close();
    }

    /** The secret with which this bridge sends us its records. */
    String secret(ScriptedBridge bridge) {
        String uri = bridge.receivers().stream().filter(u -> u.contains("/cdr/")).findFirst().orElseThrow();
        return uri.substring(uri.lastIndexOf('/') + 1);
    }

    /** The bridge sends us records. */
    Answer send(ScriptedBridge bridge, String session, String... records) {
        Sender sender = room.intake().sender(secret(bridge)).orElseThrow();
        byte[] body = Cdr.body(session, records);
        if (!room.intake().reserve(body.length).join()) {
            return Answer.LATER;
        }
        return room.intake().take(sender, body, body.length).join();
    }

    @Override
    public void close() {
        desk.close();
        room.close();
        store.close();
        threads.close();
    }
}
