package org.moothall.peers.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.moothall.core.ChangeEvent;
import org.moothall.store.Journal.Entry;
import org.moothall.store.OpenJournal;
import org.moothall.store.Store;
import org.moothall.store.Stores;
import org.moothall.testkit.Deadline;
import org.moothall.testkit.ManualClock;
import org.moothall.testkit.RecordedEvents;
import org.moothall.testkit.TestExecutors;

/** What a journal must do, whatever the engine. */
@Timeout(120)
abstract class JournalRules {

    private final ManualClock clock = new ManualClock();
    private final RecordedEvents events = new RecordedEvents();
    private final TestExecutors executors = new TestExecutors();
    private final Store store;
    private OpenJournal journal;

    JournalRules(Opener opener) {
        store = opener.open(executors);
        journal = Stores.journal(store, events, executors, clock);
    }

    private void restart() {
        journal.close();
        journal = Stores.journal(store, events, executors, clock);
    }

    @AfterEach
    void end() {
        journal.close();
        store.close();
        executors.close();
    }

    @Test
    void everyEventGetsTheNextIdAndReachesFollowersInOrder() {
        List<Entry> followed = new CopyOnWriteArrayList<>();
        journal.follow("test", followed::add, () -> {});
        publish(0, 2_500);
        Deadline.await(() -> followed.size() == 2_500);
        assertEquals(LongStream.rangeClosed(1, 2_500).boxed().toList(), followed.stream().map(Entry::id).toList());
        assertEquals(IntStream.range(0, 2_500).mapToObj(String::valueOf).toList(), followed.stream().map(e -> e.event().subject()).toList());
        assertEquals(2_500, journal.newest());
        assertEquals(followed.subList(10, 30), journal.after(10, 20).orElseThrow());
    }

    @Test
    void idsStayValidAfterARestart() {
        publish(0, 10);
        Deadline.await(() -> journal.newest() == 10);
        restart();
        assertEquals(10, journal.newest());
        publish(10, 12);
        Deadline.await(() -> journal.newest() == 12);
        assertEquals(List.of("9", "10", "11"), journal.after(9, 100).orElseThrow().stream().map(e -> e.event().subject()).toList());
        assertEquals(List.of(), journal.after(12, 100).orElseThrow());
    }

    @Test
    void whatCannotBeResumedIsSaid() {
        publish(0, 1);
        Deadline.await(() -> journal.newest() == 1);
        assertTrue(journal.after(2, 100).isEmpty());
        assertTrue(journal.after(-1, 100).isEmpty());
    }

    @Test
    void oldEntriesGoButTheirIdsDoNotComeBack() {
        publish(0, 5);
        Deadline.await(() -> journal.newest() == 5);
        clock.advance(Duration.ofDays(8));
        Deadline.await(() -> journal.after(4, 100).isEmpty());
        assertEquals(List.of(), journal.after(5, 100).orElseThrow());
        restart();
        publish(5, 6);
        Deadline.await(() -> journal.newest() == 6);
        assertEquals(List.of(6L), journal.after(5, 100).orElseThrow().stream().map(Entry::id).toList());
    }

    @Test
    void manyOldEntriesGoInStepsAndTheNewerOnesStay() {
        publish(0, 5_000);
        Deadline.await(() -> journal.newest() == 5_000);
        clock.advance(Duration.ofDays(6));
        publish(5_000, 5_010);
        Deadline.await(() -> journal.newest() == 5_010);
        clock.advance(Duration.ofDays(2));
        Deadline.await(() -> journal.oldest() == 5_000);
        assertTrue(journal.after(4_999, 100).isEmpty());
        assertEquals(10, journal.after(5_000, 100).orElseThrow().size());
    }

    @Test
    void whereHistoryIsKeptForLessThanAWeekTheJournalIsToo() {
        publish(0, 5);
        Deadline.await(() -> journal.newest() == 5);
        clock.advance(Duration.ofDays(2));
        publish(5, 6);
        Deadline.await(() -> journal.newest() == 6);
        Instant before = clock.instant().minus(Duration.ofDays(1));
        assertEquals(false, store.<Boolean>writeAndWait(connection -> journal.expire(connection, before, 500)));
        assertEquals(5, journal.oldest());
        assertEquals(List.of(6L), journal.after(5, 100).orElseThrow().stream().map(Entry::id).toList());
    }

    @Test
    void anEventThatJsonCannotHoldIsLeftOut() {
        ChangeEvent bad = new ChangeEvent("test.changed", "bad", null, Instant.EPOCH, Map.of("self", new Cycle()));
        assertThrows(IllegalArgumentException.class, () -> events.publish(bad));
        publish(1, 2);
        Deadline.await(() -> journal.newest() == 1);
        assertEquals("1", journal.after(0, 100).orElseThrow().get(0).event().subject());
    }

    @Test
    void aStoreThatFailsForAWhileCostsNoEvent() {
        publish(0, 1);
        Deadline.await(() -> journal.newest() == 1);
        execute("alter table store_journal rename to store_journal_away");
        publish(1, 3);
        execute("alter table store_journal_away rename to store_journal");
        Deadline.await(() -> journal.newest() == 3);
        assertEquals(List.of("1", "2"), journal.after(1, 100).orElseThrow().stream().map(e -> e.event().subject()).toList());
    }

    private void execute(String sql) {
        store.writeAndWait(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    void publish(int from, int to) {
        for (int i = from; i < to; i++) {
            events.publish(event(i));
        }
    }

    static ChangeEvent event(int number) {
        return new ChangeEvent("test.changed", String.valueOf(number), "cluster", Instant.EPOCH.plusSeconds(number), Map.of("number", number));
    }

    /** Holds itself, so that JSON would have no end. */
    public static final class Cycle {
        public Cycle getSelf() {
            return this;
        }
    }
}
