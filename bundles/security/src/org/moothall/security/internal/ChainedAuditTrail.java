package org.moothall.security.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.json.Json;
import org.moothall.security.AuditTrail;
import org.moothall.security.Caller;
import org.moothall.store.Database;
import org.moothall.store.Database.Migration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The audit trail as a table whose rows each carry a hash over themselves and the row before: a row that was changed, removed
 * or slipped in breaks the chain from there on. The newest hash is kept apart, so that cutting off the end shows too.
 */
@Component
public final class ChainedAuditTrail implements AuditTrail {

    private static final Logger LOG = LoggerFactory.getLogger(ChainedAuditTrail.class);
    private static final int CHECKED_AT_START = 1_000;
    private static final JsonMapper JSON = Json.lenient();

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
    private final Clock clock;

    /** A row without its hash. */
    private record Row(long id, long at, String userId, String userName, String role, @Nullable String session, String source, String action,
            @Nullable String subject, String outcome, String details) {

        /** Every field with its length, so that no two rows look alike. */
        String hash(String before) {
            StringBuilder text = new StringBuilder(before);
            for (Object field : new @Nullable Object[] { id, at, userId, userName, role, session, source, action, subject, outcome, details }) {
                String value = field == null ? "" : field.toString();
                text.append('|').append(field == null ? -1 : value.length()).append(':').append(value);
            }
            return HexFormat.of().formatHex(Tokens.sha256(text.toString()));
        }
    }

    /** The end of the chain. */
    private record End(long newest, String hash) { }

    @Activate
    public ChainedAuditTrail(@Reference Database database, @Reference Clock clock) {
        this.database = database;
        this.clock = clock;
        database.migrate("security.audit", TABLES);
        firstBroken(CHECKED_AT_START).ifPresent(id -> LOG.error("The audit trail was tampered with: record {} does not follow from the one before", id));
    }

    @Override
    public void record(Caller caller, String action, @Nullable String subject, Outcome outcome, Map<String, Object> details) {
        String text = json(details);
        long at = clock.millis();
        database.writeAndWait(connection -> {
            // the counter's row stays locked until the commit: on a shared store the others wait for their place in the chain
            long id = Rows.number(connection, "update security_audit_end set newest = newest + 1 where one = 1 returning newest");
            String before = end(connection).hash();
            Row row = new Row(id, at, caller.user().value(), caller.name(), caller.role().name(), caller.session(), caller.source(), action,
                    subject, outcome.name(), text);
            insert(connection, row, row.hash(before));
            return id;
        });
    }

    private static void insert(Connection connection, Row row, String hash) throws SQLException {
        Rows.update(connection, """
                insert into security_audit (id, at, user_id, user_name, role, session, source, action, subject, outcome, details, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", row.id(), row.at(), row.userId(), row.userName(), row.role(), row.session(),
                row.source(), row.action(), row.subject(), row.outcome(), row.details(), hash);
        Rows.update(connection, "update security_audit_end set hash = ? where one = 1", hash);
    }

    private static End end(Connection connection) throws SQLException {
        return Rows.first(connection, row -> new End(row.getLong(1), row.getString(2)), "select newest, hash from security_audit_end where one = 1")
                .orElseThrow();
    }

    /** The first of the newest records that does not follow from the one before it; empty when the chain is whole. */
    Optional<Long> firstBroken(int newest) {
        return database.read(connection -> {
            End end = end(connection);
            long from = Math.max(0, end.newest() - newest);
            String before = from == 0 ? "" : Rows.first(connection, row -> row.getString(1), "select hash from security_audit where id = ?", from).orElse("");
            return firstBroken(connection, from, before, end);
        });
    }

    private static Optional<Long> firstBroken(Connection connection, long from, String start, End end) throws SQLException {
        String before = start;
        long expected = from;
        for (Hashed row : Rows.list(connection, ChainedAuditTrail::hashed, "select * from security_audit where id > ? order by id", from)) {
            expected++;
            if (row.row().id() != expected || !row.row().hash(before).equals(row.hash())) {
                return Optional.of(expected);
            }
            before = row.hash();
        }
        return expected == end.newest() && before.equals(end.hash()) ? Optional.empty() : Optional.of(expected + 1);
    }

    private record Hashed(Row row, String hash) { }

    private static Hashed hashed(ResultSet row) throws SQLException {
        return new Hashed(new Row(row.getLong("id"), row.getLong("at"), row.getString("user_id"), row.getString("user_name"),
                row.getString("role"), row.getString("session"), row.getString("source"), row.getString("action"), row.getString("subject"),
                row.getString("outcome"), row.getString("details")), row.getString("hash"));
    }

    private static String json(Map<String, Object> details) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(details));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the details hold something that JSON cannot", e);
        }
    }
}
