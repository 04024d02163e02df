package org.moothall.security.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.LongFunction;

import org.moothall.store.Database;
import org.moothall.store.Database.Migration;
import org.moothall.store.Sql;

/** The audit trail on disk: a chain of records, whose newest hash is kept apart. Thread-safe. */
public final class AuditStore {

    private static final List<Migration> TABLES = List.of(new Migration(1, """
            create table security_audit (
              id bigint primary key,
              at bigint not null,
              user_id text not null,
              user_name text not null,
              role text not null,
              session text,
              source text not null,
              action text not null,
              subject text,
              outcome text not null,
              details text not null,
              hash text not null);
            create table security_audit_end (
              one bigint primary key,
              newest bigint not null,
              hash text not null);
            insert into security_audit_end (one, newest, hash) values (1, 0, '');"""));

    private final Database database;

    /** Brings the tables up to date. */
    public AuditStore(Database database) {
        this.database = database;
        database.migrate("security.audit", TABLES);
    }

    /** A record with the hash that was kept with it. */
    public record Link(AuditRow row, String hash) {}

    private record End(long newest, String hash) {}

    /** The newest records, oldest first. @param before hash of the record before them @param newest id and @param hash kept apart */
    public record Chain(long from, String before, List<Link> links, long newest, String hash) {
        public Chain {
            links = List.copyOf(links);
        }
    }

    /** Adds a record behind the others. @param hash of the record, given the hash of the one before */
    public void append(LongFunction<AuditRow> record, BiFunction<AuditRow, String, String> hash) {
        database.writeAndWait(connection -> {
            // the counter's row stays locked until the commit: on a shared store the others wait for their place in the chain
            long id = Sql.number(connection, "update security_audit_end set newest = newest + 1 where one = 1 returning newest");
            String before = Sql.first(connection, row -> row.getString(1), "select hash from security_audit_end where one = 1").orElseThrow();
            AuditRow row = record.apply(id);
            insert(connection, row, hash.apply(row, before));
            return id;
        });
    }

    private static void insert(Connection connection, AuditRow row, String hash) throws SQLException {
        Sql.update(connection, """
                insert into security_audit (id, at, user_id, user_name, role, session, source, action, subject, outcome, details, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", row.id(), row.at(), row.userId(), row.userName(), row.role(), row.session(),
                row.source(), row.action(), row.subject(), row.outcome(), row.details(), hash);
        Sql.update(connection, "update security_audit_end set hash = ? where one = 1", hash);
    }

    /** So many of the newest records. */
    public Chain newest(int count) {
        return database.read(connection -> {
            End end = Sql.first(connection, row -> new End(row.getLong(1), row.getString(2)), "select newest, hash from security_audit_end where one = 1")
                    .orElseThrow();
            long from = Math.max(0, end.newest() - count);
            String before = from == 0 ? "" : Sql.first(connection, row -> row.getString(1), "select hash from security_audit where id = ?", from).orElse("");
            return new Chain(from, before, Sql.list(connection, AuditStore::link, "select * from security_audit where id > ? order by id", from),
                    end.newest(), end.hash());
        });
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(new AuditRow(row.getLong("id"), row.getLong("at"), row.getString("user_id"), row.getString("user_name"),
                row.getString("role"), row.getString("session"), row.getString("source"), row.getString("action"), row.getString("subject"),
                row.getString("outcome"), row.getString("details")), row.getString("hash"));
    }
}
