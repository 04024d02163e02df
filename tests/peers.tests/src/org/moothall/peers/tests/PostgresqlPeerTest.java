package org.moothall.peers.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.moothall.core.ProblemException;
import org.moothall.core.Secret;
import org.moothall.store.Database.Migration;
import org.moothall.store.Journal.Entry;
import org.moothall.store.OpenJournal;
import org.moothall.store.Store;
import org.moothall.store.StoreProblem;
import org.moothall.store.Stores;
import org.moothall.testkit.Deadline;
import org.moothall.testkit.ManualClock;
import org.moothall.testkit.PostgresqlServer;
import org.moothall.testkit.RecordedEvents;
import org.moothall.testkit.TestExecutors;

/** The rules on a real PostgreSQL server, and what only a shared store has to do. */
class PostgresqlPeerTest {

    private static final List<Migration> ROWS = List.of(new Migration(1, "create table test_rows (id bigint primary key, name text)"));

    private static Opener newDatabase() {
        String url = PostgresqlServer.shared().newDatabase();
        return threads -> Stores.postgresql(url, PostgresqlServer.USER, PostgresqlServer.PASSWORD, threads);
    }

    @Nested
    class Database extends StoreRules {
        Database() {
            super(newDatabase());
        }
    }

    @Nested
    class Journal extends JournalRules {
        Journal() {
            super(newDatabase());
        }
    }

    @Nested
    class Leases extends LeaseRules {
        Leases() {
            super(newDatabase());
        }
    }

    @Test
    void instancesThatStartTogetherMigrateOnce() {
        Opener database = newDatabase();
        try (TestExecutors threads = new TestExecutors(); Store one = database.open(threads); Store two = database.open(threads)) {
            CompletableFuture<Void> first = CompletableFuture.runAsync(() -> one.migrate("test", ROWS));
            two.migrate("test", ROWS);
            first.join();
            one.writeAndWait(connection -> StoreRules.insert(connection, 1, "one"));
            two.writeAndWait(connection -> StoreRules.insert(connection, 2, "two"));
            assertTrue(one.shared());
        }
    }

    @Test
    void instancesSeeEachOthersEventsOnceAndInTheSameOrder() {
        Opener database = newDatabase();
        RecordedEvents here = new RecordedEvents();
        RecordedEvents there = new RecordedEvents();
        List<Entry> seenHere = new CopyOnWriteArrayList<>();
        List<Entry> seenThere = new CopyOnWriteArrayList<>();
        try (TestExecutors threads = new TestExecutors();
                Store one = database.open(threads);
                OpenJournal first = Stores.journal(one, here, threads, new ManualClock());
                Store two = database.open(threads);
                OpenJournal second = Stores.journal(two, there, threads, new ManualClock())) {
            first.follow("here", seenHere::add, () -> {});
            second.follow("there", seenThere::add, () -> {});
            for (int i = 0; i < 300; i++) {
                (i % 2 == 0 ? here : there).publish(JournalRules.event(i));
            }
            Deadline.await(() -> seenHere.size() == 300 && seenThere.size() == 300);
        }
        assertEquals(LongStream.rangeClosed(1, 300).boxed().toList(), seenHere.stream().map(Entry::id).toList());
        assertEquals(seenHere.stream().map(e -> e.id() + e.event().subject()).toList(), seenThere.stream().map(e -> e.id() + e.event().subject()).toList());
    }

    @Test
    void brokenConnectionsAreReplaced() throws SQLException {
        Opener database = newDatabase();
        try (TestExecutors threads = new TestExecutors(); Store store = database.open(threads)) {
            store.migrate("test", ROWS);
            store.read(connection -> true);
            PostgresqlServer.shared().breakConnections();
            assertEquals(StoreProblem.FAILED,
                    assertThrows(ProblemException.class, () -> store.writeAndWait(c -> StoreRules.insert(c, 1, "lost"))).problem().code());
            assertEquals(1, store.<Integer>writeAndWait(connection -> StoreRules.insert(connection, 2, "kept")));
            assertThrows(ProblemException.class, () -> store.read(connection -> connection.createStatement().execute("select 1")));
            assertTrue(store.<Boolean>read(connection -> connection.createStatement().execute("select 1")));
        }
    }

    @Test
    void aWrongPasswordIsAProblemThatNamesTheServer() {
        String url = PostgresqlServer.shared().newDatabase();
        try (TestExecutors threads = new TestExecutors()) {
            ProblemException refused = assertThrows(ProblemException.class,
                    () -> Stores.postgresql(url, PostgresqlServer.USER, Secret.of("wrong"), threads));
            assertEquals(StoreProblem.FAILED, refused.problem().code());
            assertTrue(refused.problem().detail().startsWith("PostgreSQL"), refused.problem()::detail);
        }
    }
}
