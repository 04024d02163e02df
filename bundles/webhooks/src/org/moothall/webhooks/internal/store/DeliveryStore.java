package org.moothall.webhooks.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.Problem;
import org.moothall.store.Database;
import org.moothall.store.Sql;
import org.moothall.webhooks.Delivery;
import org.moothall.webhooks.WebhookId;

/** The log of attempts: the newest of each webhook. Thread-safe. */
public final class DeliveryStore {

    static final int KEPT = 1_000;

    private final Database database;

    /** Beside the webhooks. */
    public DeliveryStore(WebhookStore webhooks) {
        this.database = webhooks.database();
    }

    /** Adds an attempt behind the others, whatever its number says. */
    static void add(Connection connection, WebhookId webhook, Delivery attempt) throws SQLException {
        long number = 1 + Sql.number(connection, "select coalesce(max(number), 0) from webhooks_delivery where webhook = ?", webhook.value());
        Sql.update(connection, """
                insert into webhooks_delivery (webhook, number, at, duration, first_event, last_event, events, delivered, status, problem)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", webhook.value(), number, attempt.at().toEpochMilli(), attempt.durationMillis(), attempt.firstEvent(),
                attempt.lastEvent(), attempt.events(), attempt.delivered(), attempt.status(), attempt.problem());
        Sql.update(connection, "delete from webhooks_delivery where webhook = ? and number <= ?", webhook.value(), number - KEPT);
    }

    /** The attempts of this webhook, newest first. */
    public Page<Delivery> page(WebhookId webhook, PageRequest page) {
        long before = number(page.cursor());
        return database.read(connection -> {
            List<Delivery> found = Sql.list(connection, DeliveryStore::delivery, """
                    select number, at, duration, first_event, last_event, events, delivered, status, problem from webhooks_delivery
                    where webhook = ? and number < ? order by number desc limit ?""", webhook.value(), before, page.limit() + 1);
            boolean more = found.size() > page.limit();
            List<Delivery> shown = more ? found.subList(0, page.limit()) : found;
            return Page.of(shown, Sql.count(connection, "from webhooks_delivery where webhook = ?", webhook.value()),
                    more ? Long.toString(shown.getLast().number()) : null);
        });
    }

    private static long number(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        if (!cursor.matches("[0-9]{1,18}")) {
            throw Problem.invalid("cursor", "must be one that a page before told.").exception();
        }
        return Long.parseLong(cursor);
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        int status = row.getInt(8);
        @Nullable Integer told = row.wasNull() ? null : Integer.valueOf(status);
        return new Delivery(row.getLong(1), Instant.ofEpochMilli(row.getLong(2)), row.getLong(3), row.getLong(4), row.getLong(5), row.getInt(6),
                row.getBoolean(7), told, row.getString(9));
    }
}
