package org.moothall.meetings.internal.store;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.moothall.core.json.Json;
import org.moothall.meetings.internal.projection.CdrRecord;
import org.moothall.store.Database;
import org.moothall.store.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The call detail records as they came, each once, with the bridge's time and ours. Never changed afterwards. */
public final class StoredRecords {

    private static final int PAGE = 5_000;
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final Database database;
    private final JsonMapper json = Json.lenient();
    /** Numbers of sessions that are on disk. */
    private final Map<String, Long> sessions = new ConcurrentHashMap<>();

    /** On this store, whose tables are there. */
    public StoredRecords(Database database) {
        this.database = database;
    }

    /** Keeps records; when the future is complete they are on disk, and it tells which of them are new. */
    public CompletableFuture<List<CdrRecord>> append(String bridge, List<CdrRecord> records, Instant received) {
        Map<String, List<CdrRecord>> bySession = new LinkedHashMap<>();
        records.forEach(record -> bySession.computeIfAbsent(record.session(), s -> new ArrayList<>()).add(record));
        List<String> bodies = records.stream().map(this::body).toList();
        return database.write(connection -> {
            Map<String, Long> numbers = new LinkedHashMap<>();
            for (String session : bySession.keySet()) {
                numbers.put(session, number(connection, bridge, session));
            }
            List<CdrRecord> fresh = new ArrayList<>(records.size());
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO meetings_cdr (session, number, bridge_time, received, missing, kind, "
                    + "subject, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (session, number) DO NOTHING")) {
                for (int i = 0; i < records.size(); i++) {
                    CdrRecord record = records.get(i);
                    Sql.bind(insert, java.util.Objects.requireNonNull(numbers.get(record.session())), record.index(), record.time().toEpochMilli(),
                            received.toEpochMilli(), record.missing(), record.type(), record.id(), bodies.get(i));
                    if (insert.executeUpdate() > 0) {
                        fresh.add(record);
                    }
                }
            }
            return new Appended(numbers, fresh);
        }).thenApply(done -> {
            done.numbers().forEach((session, number) -> sessions.put(bridge + '|' + session, number));
            return done.fresh();
        });
    }

    private record Appended(Map<String, Long> numbers, List<CdrRecord> fresh) {}

    private long number(Connection connection, String bridge, String session) throws SQLException {
        long known = sessions.getOrDefault(bridge + '|' + session, -1L);
        if (known >= 0) {
            return known;
        }
        List<Long> found = Sql.list(connection, row -> row.getLong(1), "SELECT id FROM meetings_session WHERE bridge = ? AND session = ?", bridge, session);
        if (!found.isEmpty()) {
            return found.get(0);
        }
        Sql.update(connection, "INSERT INTO meetings_session (id, bridge, session) SELECT COALESCE(MAX(id), 0) + 1, ?, ? FROM meetings_session", bridge,
                session);
        return number(connection, bridge, session);
    }

    /** Gives all records of a bridge that are not settled, session by session in order; {@code from} tells where to begin, 0 for unknown sessions. */
    public void replay(String bridge, Map<String, Long> from, Consumer<CdrRecord> each) {
        Map<String, Long> all = new LinkedHashMap<>();
        database.<List<Map.Entry<String, Long>>>read(
                connection -> Sql.list(connection, row -> Map.entry(row.getString(1), row.getLong(2)),
                        "SELECT session, id FROM meetings_session WHERE bridge = ? ORDER BY id", bridge))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        all.forEach((session, number) -> {
            long next = from.getOrDefault(session, 0L);
            for (List<CdrRecord> page = page(session, number, next); !page.isEmpty(); page = page(session, number, next)) {
                page.forEach(each);
                next = page.get(page.size() - 1).index() + 1;
            }
        });
    }

    private List<CdrRecord> page(String session, long number, long next) {
        return database.read(connection -> Sql.list(connection, row -> record(session, row), "SELECT number, missing, bridge_time, kind, subject, body "
                + "FROM meetings_cdr WHERE session = ? AND number >= ? ORDER BY number LIMIT ?", number, next, PAGE));
    }

    private CdrRecord record(String session, ResultSet row) throws SQLException {
        try {
            return new CdrRecord(session, row.getLong(1), row.getLong(2), Instant.ofEpochMilli(row.getLong(3)), row.getString(4), row.getString(5),
                    json.readValue(row.getString(6), FIELDS));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String body(CdrRecord record) {
        try {
            return json.writeValueAsString(record.fields());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
