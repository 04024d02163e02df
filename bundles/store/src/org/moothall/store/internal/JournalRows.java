package org.moothall.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.moothall.core.ChangeEvent;
import org.moothall.core.json.Json;
import org.moothall.store.Database.Migration;
import org.moothall.store.Journal.Entry;
import org.moothall.store.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The journal's tables. Ids come from a counter that is raised in the transaction that adds the rows: they are never used
 * again, also when rows are pruned, and since the counter's row stays locked until the commit, a reader that has seen an id
 * has seen all smaller ones, whichever instance wrote them.
 */
final class JournalRows {

    static final List<Migration> TABLES = List.of(new Migration(1, """
            create table store_journal (
              id bigint primary key,
              at bigint not null,
              event text not null);
            create table store_journal_ids (
              one bigint primary key,
              newest bigint not null,
              pruned bigint not null);
            insert into store_journal_ids (one, newest, pruned) values (1, 0, 0);"""));

    private static final int PRUNE_STEP = 2_000;
    private static final JsonMapper JSON = Json.lenient();

    private JournalRows() {}

    /** @param pruned entries up to this id are gone */
    record Bounds(long newest, long pruned) {}

    static Bounds bounds(Connection connection) throws SQLException {
        return Sql.first(connection, row -> new Bounds(row.getLong(1), row.getLong(2)), "select newest, pruned from store_journal_ids where one = 1")
                .orElseThrow();
    }

    /** An event with its text, made before it reaches the store: one that cannot be written must not fail the others. */
    record Row(ChangeEvent event, String text) {
        static Row of(ChangeEvent event) {
            return new Row(event, write(event));
        }
    }

    static List<Entry> append(Connection connection, List<Row> events, long nowMillis) throws SQLException {
        long id = raise(connection, events.size()) - events.size();
        List<Entry> entries = new ArrayList<>(events.size());
        try (PreparedStatement insert = connection.prepareStatement("insert into store_journal (id, at, event) values (?, ?, ?)")) {
            for (Row row : events) {
                id++;
                insert.setLong(1, id);
                insert.setLong(2, nowMillis);
                insert.setString(3, row.text());
                insert.addBatch();
                entries.add(new Entry(id, row.event(), row.text()));
            }
            insert.executeBatch();
        }
        return entries;
    }

    private static long raise(Connection connection, int by) throws SQLException {
        return Sql.number(connection, "update store_journal_ids set newest = newest + ? where one = 1 returning newest", by);
    }

    static List<Entry> after(Connection connection, long id, int limit) throws SQLException {
        return Sql.list(connection, row -> new Entry(row.getLong(1), read(row.getString(2)), row.getString(2)),
                "select id, event from store_journal where id > ? order by id limit ?",
                id, limit);
    }

    /**
     * Drops some of the entries that are beyond the number to keep or too old, the oldest first, and tells whether there may be
     * more: in steps, so that other writes need not wait for long.
     */
    static boolean prune(Connection connection, long keep, long olderThanMillis) throws SQLException {
        Bounds now = bounds(connection);
        long step = now.pruned() + PRUNE_STEP;
        long upTo = Math.min(step, Math.max(now.newest() - keep, newestBefore(connection, now.pruned(), step, olderThanMillis)));
        if (upTo > now.pruned()) {
            dropUpTo(connection, upTo);
        }
        return upTo == step;
    }

    /** Drops everything: what follows cannot be joined to what was. */
    static Bounds cut(Connection connection) throws SQLException {
        return dropUpTo(connection, raise(connection, 1));
    }

    private static Bounds dropUpTo(Connection connection, long id) throws SQLException {
        Sql.update(connection, "update store_journal_ids set pruned = ? where one = 1", id);
        Sql.update(connection, "delete from store_journal where id <= ?", id);
        return bounds(connection);
    }

    private static long newestBefore(Connection connection, long after, long upTo, long millis) throws SQLException {
        return Sql.number(connection, "select coalesce(max(id), 0) from store_journal where id > ? and id <= ? and at < ?", after, upTo, millis);
    }

    private static String write(ChangeEvent event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an event of type " + event.type() + " holds something that JSON cannot", e);
        }
    }

    private static ChangeEvent read(String event) {
        try {
            return JSON.readValue(event, ChangeEvent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the journal holds an unreadable event", e);
        }
    }
}
