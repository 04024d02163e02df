package org.moothall.notifications.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.json.Json;
import org.moothall.notifications.Condition;
import org.moothall.notifications.Notification;
import org.moothall.notifications.Notification.NotificationId;
import org.moothall.store.Database;
import org.moothall.store.Database.Migration;
import org.moothall.store.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Notifications on disk; a write is there when the method returns. */
public final class NotificationTable {

    private static final List<Migration> TABLES = List.of(new Migration(1, """
            create table notifications_notification (
              id text primary key,
              body text not null,
              raised bigint not null,
              cleared bigint,
              acknowledged_by text);
            create index notifications_cleared on notifications_notification (cleared);"""));

    private final Database database;
    private final JsonMapper json = Json.lenient();

    /** Uses this store. */
    public NotificationTable(Database database) {
        this.database = database;
        database.migrate("notifications", TABLES);
    }

    /** Adds it, or replaces the one with its id. */
    public void save(Notification notification) {
        String body = written(notification.condition());
        Instant cleared = notification.clearedAt();
        database.writeAndWait(connection -> Sql.update(connection, """
                insert into notifications_notification (id, body, raised, cleared, acknowledged_by) values (?, ?, ?, ?, ?)
                on conflict (id) do update set body = excluded.body, cleared = excluded.cleared, acknowledged_by = excluded.acknowledged_by""",
                notification.id().value(), body, notification.raisedAt().toEpochMilli(), cleared == null ? null : cleared.toEpochMilli(),
                notification.acknowledgedBy()));
    }

    /** Those that are the case, and those cleared at this time or later. */
    public List<Notification> since(Instant cleared) {
        return database.read(connection -> Sql.list(connection, this::row, """
                select id, body, raised, cleared, acknowledged_by from notifications_notification
                where cleared is null or cleared >= ? order by raised desc limit 10000""", cleared.toEpochMilli()));
    }

    /** Forgets those cleared before this time. */
    public void forget(Instant clearedBefore) {
        database.writeAndWait(connection -> Sql.update(connection, "delete from notifications_notification where cleared < ?", clearedBefore.toEpochMilli()));
    }

    private Notification row(ResultSet row) throws SQLException {
        long cleared = row.getLong("cleared");
        @Nullable Instant clearedAt = row.wasNull() ? null : Instant.ofEpochMilli(cleared);
        return new Notification(new NotificationId(row.getString("id")), read(row.getString("body")), Instant.ofEpochMilli(row.getLong("raised")),
                clearedAt, row.getString("acknowledged_by"));
    }

    private String written(Condition condition) {
        try {
            return json.writeValueAsString(condition);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(condition.key(), e);
        }
    }

    private Condition read(String body) throws SQLException {
        try {
            return json.readValue(body, Condition.class);
        } catch (JsonProcessingException e) {
            throw new SQLException("a stored notification cannot be read", e);
        }
    }
}
