package org.moothall.meetings.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ProblemException;
import org.moothall.store.Database;
import org.moothall.store.Sql;

/**
 * The call detail records as they came: one row for each body, with our time, never changed afterwards. A body that came
 * twice may be here twice; who folds records knows which it has folded. Bodies that come together are written together.
 * Thread-safe.
 */
public final class StoredRecords {

    private static final int PAGE = 500;

    private final Database database;
    /** Numbers of sessions that are on disk. */
    private final Map<Run, Long> runs = new ConcurrentHashMap<>();
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean called = new AtomicBoolean();

    /** On this store, whose tables are there. */
    public StoredRecords(Database database) {
        this.database = database;
    }

    /**
     * A body with records of one session.
     *
     * @param last the highest number of its records
     */
    public record Body(String bridge, String session, long last, Instant received, byte[] content) {}

    private record Run(String bridge, String session) {}

    private record Waiting(Body body, CompletableFuture<Boolean> kept) {}

    /** Keeps a body; when the future is complete it is on disk. */
    public CompletableFuture<Boolean> append(Body body) {
        CompletableFuture<Boolean> kept = new CompletableFuture<>();
        waiting.add(new Waiting(body, kept));
        call();
        return kept;
    }

    /** Has the writer come for what waits; once it is called, others need not call until it has come. */
    private void call() {
        if (called.compareAndSet(false, true)) {
            Group group = new Group();
            try {
                database.write(group::write).whenComplete(group::end);
            } catch (ProblemException e) {
                group.take();
                group.end(null, e);
            }
        }
    }

    /** Bodies that are written together: all that wait when the writer comes, also when it has to come twice. */
    private final class Group {
        private @Nullable List<Waiting> taken;

        private List<Waiting> take() {
            @Nullable List<Waiting> known = taken;
            if (known == null) {
                known = new ArrayList<>();
                called.set(false);
                for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
                    known.add(next);
                }
                taken = known;
            }
            return known;
        }

        Map<Run, Long> write(Connection connection) throws SQLException {
            Map<Run, Long> numbers = new HashMap<>();
            try (PreparedStatement insert = connection
                    .prepareStatement("INSERT INTO meetings_body (run, last_number, received, content) VALUES (?, ?, ?, ?)")) {
                for (Waiting each : take()) {
                    Body body = each.body();
                    insert.setLong(1, number(connection, new Run(body.bridge(), body.session()), numbers));
                    insert.setLong(2, body.last());
                    insert.setLong(3, body.received().toEpochMilli());
                    insert.setBytes(4, body.content());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            return numbers;
        }

        void end(@Nullable Map<Run, Long> numbers, @Nullable Throwable failure) {
            if (numbers != null) {
                runs.putAll(numbers);
            }
            take().forEach(each -> {
                if (failure == null) {
                    each.kept().complete(true);
                } else {
                    each.kept().completeExceptionally(failure);
                }
            });
        }
    }

    private long number(Connection connection, Run run, Map<Run, Long> found) throws SQLException {
        @Nullable Long known = runs.get(run);
        known = known == null ? found.get(run) : known;
        if (known != null) {
            return known;
        }
        Optional<Long> stored = numberOf(connection, run);
        if (stored.isEmpty()) {
            Sql.update(connection, "INSERT INTO meetings_session (id, bridge, session) SELECT COALESCE(MAX(id), 0) + 1, ?, ? FROM meetings_session",
                    run.bridge(), run.session());
            stored = numberOf(connection, run);
        }
        long number = stored.orElseThrow();
        found.put(run, number);
        return number;
    }

    private static Optional<Long> numberOf(Connection connection, Run run) throws SQLException {
        return Sql.first(connection, row -> row.getLong(1), "SELECT id FROM meetings_session WHERE bridge = ? AND session = ?", run.bridge(), run.session());
    }

    /** Gives all bodies of a bridge with records that are not settled, run by run; {@code from} tells where to begin, 0 for unknown sessions. */
    public void replay(String bridge, Map<String, Long> from, Consumer<byte[]> each) {
        Map<String, Long> all = new LinkedHashMap<>();
        database.<List<Map.Entry<String, Long>>>read(
                connection -> Sql.list(connection, row -> Map.entry(row.getString(1), row.getLong(2)),
                        "SELECT session, id FROM meetings_session WHERE bridge = ? ORDER BY id", bridge))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        all.forEach((session, run) -> {
            Stored last = new Stored(0, from.getOrDefault(session, 0L), new byte[0]);
            for (List<Stored> page = after(run, last); !page.isEmpty(); page = after(run, last)) {
                page.forEach(stored -> each.accept(stored.content()));
                last = page.get(page.size() - 1);
            }
        });
    }

    private record Stored(long id, long last, byte[] content) {}

    private List<Stored> after(long run, Stored before) {
        return database.read(connection -> Sql.list(connection, row -> new Stored(row.getLong(1), row.getLong(2), row.getBytes(3)),
                "SELECT id, last_number, content FROM meetings_body WHERE run = ? AND last_number >= ? AND (last_number > ? OR id > ?) "
                        + "ORDER BY last_number, id LIMIT ?",
                run, before.last(), before.last(), before.id(), PAGE));
    }
}
