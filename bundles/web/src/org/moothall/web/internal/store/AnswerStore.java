package org.moothall.web.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.store.Database;
import org.moothall.store.Database.Migration;
import org.moothall.store.Sql;

/** Requests with an {@code Idempotency-Key} and how they ended, for all instances. Thread-safe. */
public final class AnswerStore {

    private static final List<Migration> TABLES = List.of(new Migration(1, """
            create table web_answer (
              caller text not null,
              key text not null,
              print text not null,
              begun bigint not null,
              instance text not null,
              ended boolean not null,
              answer bytea,
              primary key (caller, key));
            create index web_answer_begun on web_answer (begun);"""));

    private final Database database;

    /** Brings the table up to date. */
    public AnswerStore(Database database) {
        this.database = database;
        database.migrate("web.answers", TABLES);
    }

    /** Whose key. */
    public record Key(String caller, String key) {}

    /**
     * A request.
     *
     * @param print what it asked for
     * @param instance that carried it out
     * @param answer sealed; null while it runs and when the answer could not be kept
     */
    public record Request(String print, Instant begun, String instance, boolean ended, byte @Nullable [] answer) {}

    /** Notes a request as running unless there is one with its key that began after this time; then that one is told. */
    public Optional<Request> begin(Key key, Request fresh, Instant forgotten) {
        return database.writeAndWait(connection -> {
            Sql.update(connection, "delete from web_answer where caller = ? and key = ? and begun <= ?", key.caller(), key.key(), forgotten.toEpochMilli());
            int added = Sql.update(connection,
                    "insert into web_answer (caller, key, print, begun, instance, ended) values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                    key.caller(), key.key(), fresh.print(), fresh.begun().toEpochMilli(), fresh.instance(), false);
            return added > 0 ? Optional.empty()
                    : Sql.first(connection, row -> new Request(row.getString(1), Instant.ofEpochMilli(row.getLong(2)), row.getString(3),
                            row.getBoolean(4), row.getBytes(5)), "select print, begun, instance, ended, answer from web_answer where caller = ? and key = ?",
                            key.caller(), key.key());
        });
    }

    /** It ended with this. */
    public void end(Key key, byte @Nullable [] answer) {
        database.writeAndWait(connection -> Sql.update(connection, "update web_answer set ended = ?, answer = ? where caller = ? and key = ?",
                true, answer, key.caller(), key.key()));
    }

    /** It may be tried again. */
    public void forget(Key key) {
        database.writeAndWait(connection -> Sql.update(connection, "delete from web_answer where caller = ? and key = ?", key.caller(), key.key()));
    }

    /** Forgets what began before this time, and the oldest beyond so many. */
    public void tidy(Instant forgotten, int most) {
        database.writeAndWait(connection -> Sql.update(connection, """
                delete from web_answer where begun <= ? or begun < coalesce((select begun from web_answer order by begun desc limit 1 offset ?), 0)""",
                forgotten.toEpochMilli(), most - 1));
    }
}
