package org.moothall.peers.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.store.Database.Migration;
import org.moothall.store.Database.Work;
import org.moothall.store.Store;
import org.moothall.store.StoreProblem;
import org.moothall.testkit.TestExecutors;

/** What every store must do, whatever the engine. */
@Timeout(120)
abstract class StoreRules {

    private static final Migration ROWS = new Migration(1, """
            create table test_rows (
              id bigint primary key,
              name text unique,
              flag boolean,
              amount double precision,
              raw bytea);
            insert into test_rows (id, name) values (0, 'zero');
            """);
    private static final Migration MORE = new Migration(2, "create table test_more (id text primary key)");

    private final TestExecutors executors = new TestExecutors();
    private final Opener opener;
    private final Store store;

    StoreRules(Opener opener) {
        this.opener = opener;
        store = opener.open(executors);
    }

    @BeforeEach
    void makeTables() {
        store.migrate("test", List.of(ROWS));
    }

    @AfterEach
    void end() {
        store.close();
        executors.close();
    }

    @Test
    void valuesOfEveryTypeComeBackAsTheyWere() {
        store.writeAndWait(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into test_rows (id, name, flag, amount, raw) values (?, ?, ?, ?, ?)")) {
                insert.setLong(1, Long.MAX_VALUE);
                insert.setString(2, "Zoë 😀");
                insert.setBoolean(3, true);
                insert.setDouble(4, 0.1);
                insert.setBytes(5, new byte[] {0, -1, 39});
                return insert.executeUpdate();
            }
        });
        List<Object> row = store.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement("select * from test_rows where id = ?")) {
                query.setLong(1, Long.MAX_VALUE);
                try (ResultSet rows = query.executeQuery()) {
                    rows.next();
                    return List.of(rows.getString("name"), rows.getBoolean("flag"), rows.getDouble("amount"), rows.getBytes("raw").length,
                            rows.getBytes("raw")[1]);
                }
            }
        });
        assertEquals(List.of("Zoë 😀", true, 0.1, 3, (byte) -1), row);
    }

    @Test
    void aReadSeesEveryWriteThatCompletedBefore() {
        for (int i = 1; i <= 200; i++) {
            int id = i;
            store.writeAndWait(connection -> insert(connection, id, "n" + id));
            assertEquals(i + 1, count());
        }
    }

    @Test
    void aFailingWriteIsUndoneAloneAndThoseBesideItAreKept() throws InterruptedException, ExecutionException, TimeoutException {
        CountDownLatch together = new CountDownLatch(1);
        CompletableFuture<Integer> first = store.write(connection -> {
            await(together);
            return insert(connection, 1, "one");
        });
        CompletableFuture<Integer> thrown = store.write(connection -> {
            insert(connection, 2, "two");
            throw Problem.of(CoreProblem.NOT_FOUND, "expected by this test").exception();
        });
        CompletableFuture<Integer> refused = store.write(connection -> insert(connection, 3, "three") + insert(connection, 4, "zero"));
        CompletableFuture<Integer> last = store.write(connection -> insert(connection, 5, "five"));
        together.countDown();
        assertEquals(1, first.get(30, TimeUnit.SECONDS));
        assertEquals(1, last.get(30, TimeUnit.SECONDS));
        assertEquals(CoreProblem.NOT_FOUND, problemOf(thrown));
        assertEquals(StoreProblem.FAILED, problemOf(refused));
        assertEquals(List.of(0L, 1L, 5L), ids());
    }

    @Test
    void whatIsWrittenBehindLetsOthersGoFirstAndIsWrittenStepByStep() throws InterruptedException, ExecutionException, TimeoutException {
        CountDownLatch queued = new CountDownLatch(1);
        List<String> order = new CopyOnWriteArrayList<>();
        store.write(connection -> {
            await(queued);
            return 0;
        });
        CompletableFuture<Integer> behind = store.writeBehind(List.of(step(order, 1, "one"), step(order, 2, "two"), step(order, 3, "three")));
        CompletableFuture<Integer> prompt = store.write(step(order, 4, "prompt"));
        queued.countDown();
        assertEquals(3, behind.get(30, TimeUnit.SECONDS));
        assertEquals(4, prompt.get(30, TimeUnit.SECONDS));
        assertEquals(List.of("prompt", "one", "two", "three"), order);
        assertEquals(List.of(0L, 1L, 2L, 3L, 4L), ids());
    }

    private static Work<Integer> step(List<String> order, int id, String name) {
        return connection -> {
            order.add(name);
            insert(connection, id, name);
            return id;
        };
    }

    @Test
    void stepsAfterOneThatFailsAreNotRunAndThoseBeforeItAreKept() throws InterruptedException, TimeoutException {
        CompletableFuture<Integer> behind = store.writeBehind(List.of(connection -> insert(connection, 1, "one"), connection -> insert(connection, 2, "zero"),
                connection -> insert(connection, 3, "three")));
        assertEquals(StoreProblem.FAILED, problemOf(behind));
        assertEquals(List.of(0L, 1L), ids());
    }

    @Test
    void waitingForAWriteThrowsWhatItThrew() {
        ProblemException refused = assertThrows(ProblemException.class, () -> store.writeAndWait(connection -> {
            throw Problem.of(CoreProblem.CHANGED_MEANWHILE, "expected by this test").exception();
        }));
        assertEquals(CoreProblem.CHANGED_MEANWHILE, refused.problem().code());
        assertThrows(IllegalStateException.class, () -> store.writeAndWait(connection -> {
            throw new IllegalStateException("expected by this test");
        }));
    }

    @Test
    void aWriteWithinAWriteIsRefusedInsteadOfWaitingForEver() {
        assertThrows(IllegalStateException.class, () -> store.writeAndWait(connection -> store.writeAndWait(inner -> insert(inner, 1, "one"))));
        assertEquals(List.of(0L), ids());
    }

    @Test
    void manyWritersAtOnceLoseNothing() throws InterruptedException, ExecutionException, TimeoutException {
        List<CompletableFuture<Integer>> all = new ArrayList<>();
        for (int i = 1; i <= 5_000; i++) {
            int id = i;
            all.add(store.write(connection -> insert(connection, id, null)));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        assertEquals(5_001, count());
    }

    @Test
    void aReadWorksOnOneStateHoweverMuchIsWrittenMeanwhile() {
        assertEquals(0L, store.<Long>read(connection -> {
            long before = count(connection);
            store.writeAndWait(writer -> insert(writer, 1, "one"));
            return count(connection) - before;
        }));
        assertEquals(2, count());
    }

    @Test
    void aReadThatFailsLeavesTheNextOneAlone() {
        for (int i = 0; i < 20; i++) {
            ProblemException failed = assertThrows(ProblemException.class, () -> store.read(connection -> count(connection, "no_such_table")));
            assertEquals(StoreProblem.FAILED, failed.problem().code());
        }
        assertEquals(1, count());
    }

    @Test
    void migrationsRunOnceAndNewOnesAreAdded() {
        store.migrate("test", List.of(ROWS, MORE));
        store.migrate("test", List.of(ROWS, MORE));
        assertEquals(0L, store.<Long>read(connection -> count(connection, "test_more")));
        assertEquals(1, count());
    }

    @Test
    void aChangedStepIsRefusedButNotItsIndentation() {
        store.migrate("test", List.of(new Migration(1, "  " + ROWS.sql().replace("\n", "\n   "))));
        refused(StoreProblem.CHANGED_STEP, List.of(new Migration(1, ROWS.sql().replace("text unique", "text"))));
    }

    @Test
    void aStoreOfANewerProgramIsRefused() {
        store.migrate("test", List.of(ROWS, MORE));
        refused(StoreProblem.NEWER, List.of(ROWS));
    }

    @Test
    void aStepThatFailsLeavesNothingBehindAndCanBeMended() {
        refused(StoreProblem.FAILED, List.of(ROWS, new Migration(2, "create table test_more (id text primary key);\ninsert into nowhere values (1);")));
        store.migrate("test", List.of(ROWS, MORE));
        assertEquals(0L, store.<Long>read(connection -> count(connection, "test_more")));
    }

    @Test
    void aClosedStoreTakesNoMoreAndKeepsWhatItTook() {
        CompletableFuture<Integer> taken = store.write(connection -> insert(connection, 1, "one"));
        store.close();
        assertEquals(1, taken.join());
        assertThrows(ProblemException.class, () -> store.writeAndWait(connection -> insert(connection, 2, "two")));
        assertThrows(ProblemException.class, this::count);
        try (Store again = opener.open(executors)) {
            assertEquals(2L, again.<Long>read(connection -> count(connection, "test_rows")));
        }
    }

    private void refused(StoreProblem expected, List<Migration> steps) {
        assertEquals(expected, assertThrows(ProblemException.class, () -> store.migrate("test", steps)).problem().code());
    }

    private static Object problemOf(CompletableFuture<?> write) throws InterruptedException, TimeoutException {
        try {
            write.get(30, TimeUnit.SECONDS);
            return "no problem";
        } catch (ExecutionException e) {
            return assertInstanceOf(ProblemException.class, e.getCause()).problem().code();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static int insert(Connection connection, long id, @org.eclipse.jdt.annotation.Nullable String name) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into test_rows (id, name) values (?, ?)")) {
            insert.setLong(1, id);
            insert.setString(2, name);
            return insert.executeUpdate();
        }
    }

    private long count() {
        return store.read(StoreRules::count);
    }

    private static long count(Connection connection) throws SQLException {
        return count(connection, "test_rows");
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select count(*) from " + table); ResultSet row = query.executeQuery()) {
            assertFalse(!row.next());
            return row.getLong(1);
        }
    }

    private List<Long> ids() {
        return store.read(connection -> {
            List<Long> ids = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement("select id from test_rows order by id"); ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids;
        });
    }
}
