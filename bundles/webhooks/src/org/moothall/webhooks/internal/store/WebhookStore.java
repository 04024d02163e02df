package org.moothall.webhooks.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.core.Trust;
import org.moothall.security.UserId;
import org.moothall.store.Database;
import org.moothall.store.Database.Migration;
import org.moothall.store.Leases;
import org.moothall.store.Leases.Lease;
import org.moothall.store.Sql;
import org.moothall.webhooks.Delivery;
import org.moothall.webhooks.WebhookId;
import org.moothall.webhooks.Webhooks;
import org.moothall.webhooks.WebhooksProblem;

/** Webhooks on disk and how far each is. Thread-safe. */
public final class WebhookStore {

    static final List<Migration> TABLES = List.of(new Migration(1, """
            create table webhooks_webhook (
              id text primary key,
              name text not null,
              url text not null,
              event_types text not null,
              trust_mode text not null,
              trust_sha256 text,
              trust_authorities text,
              owner text not null,
              paused boolean not null,
              position bigint not null,
              failures bigint not null,
              failing_since bigint,
              next_attempt bigint,
              last_delivered bigint,
              problem text,
              generation bigint not null,
              version bigint not null);
            create table webhooks_delivery (
              webhook text not null references webhooks_webhook (id) on delete cascade,
              number bigint not null,
              at bigint not null,
              duration bigint not null,
              first_event bigint not null,
              last_event bigint not null,
              events bigint not null,
              delivered boolean not null,
              status bigint,
              problem text,
              primary key (webhook, number));"""));
    private static final String SELECT = "select id, name, url, event_types, trust_mode, trust_sha256, trust_authorities, owner, paused, position, failures, "
            + "failing_since, next_attempt, last_delivered, problem, generation, version from webhooks_webhook ";

    private final Database database;

    /** Brings the tables up to date, those of the delivery log too. */
    public WebhookStore(Database database) {
        this.database = database;
        database.migrate("webhooks", TABLES);
    }

    Database database() {
        return database;
    }

    /** All by name. */
    public List<WebhookRow> all() {
        return database.read(connection -> Sql.list(connection, WebhookStore::row, SELECT + "order by name, id"));
    }

    /** The webhook of this id. */
    public Optional<WebhookRow> find(WebhookId id) {
        return database.read(connection -> find(connection, id));
    }

    /** Adds it; {@link WebhooksProblem#TOO_MANY}. */
    public WebhookRow add(WebhookRow row) {
        return database.writeAndWait(connection -> {
            if (Sql.number(connection, "select count(*) from webhooks_webhook") >= Webhooks.MOST) {
                throw Problem.of(WebhooksProblem.TOO_MANY, "There are " + Webhooks.MOST + " webhooks already. Remove one that is not needed any more.")
                        .exception();
            }
            Trust trust = row.trust();
            Sql.update(connection, """
                    insert into webhooks_webhook (id, name, url, event_types, trust_mode, trust_sha256, trust_authorities, owner, paused, position, failures,
                    generation, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)""", row.id().value(), row.name(), row.url(), joined(row.eventTypes()),
                    trust.mode().name(), trust.sha256(), trust.authoritiesPem(), row.owner().value(), row.paused(), row.standing().position(), row.generation(),
                    row.version());
            return row;
        });
    }

    /** Changes its configuration when this version is current; what failed before is forgotten. */
    public WebhookRow update(WebhookRow row, long version) {
        return database.writeAndWait(connection -> {
            Trust trust = row.trust();
            int rows = Sql.update(connection, """
                    update webhooks_webhook set name = ?, url = ?, event_types = ?, trust_mode = ?, trust_sha256 = ?, trust_authorities = ?, paused = ?,
                    failures = 0, failing_since = null, next_attempt = null, problem = null, generation = generation + 1, version = version + 1
                    where id = ? and version = ?""", row.name(), row.url(), joined(row.eventTypes()), trust.mode().name(), trust.sha256(),
                    trust.authoritiesPem(), row.paused(), row.id().value(), version);
            if (rows == 0) {
                throw Problem.about(row.id().value(), CoreProblem.CHANGED_MEANWHILE,
                        "It was changed or removed since you read it. Read it again and repeat the change.").exception();
            }
            return find(connection, row.id()).orElseThrow();
        });
    }

    /** Goes on from this event; what is under way counts no more. */
    public Optional<WebhookRow> replay(WebhookId id, long after) {
        return database.writeAndWait(connection -> {
            Sql.update(connection, "update webhooks_webhook set position = ?, failures = 0, failing_since = null, next_attempt = null, problem = null, "
                    + "generation = generation + 1 where id = ?", after, id.value());
            return find(connection, id);
        });
    }

    /** Forgets it and its log. */
    public void remove(WebhookId id) {
        database.writeAndWait(connection -> Sql.update(connection, "delete from webhooks_webhook where id = ?", id.value()));
    }

    /**
     * Keeps how far it is now, with the attempt that led there, unless it was changed meanwhile: then false, and nothing is kept.
     *
     * @throws org.moothall.core.ProblemException {@code store.lease-lost}
     */
    public boolean progress(WebhookRow row, Standing now, @Nullable Delivery attempt, Leases leases, Lease lease) {
        return database.writeAndWait(connection -> {
            leases.guard(connection, lease);
            int rows = Sql.update(connection, """
                    update webhooks_webhook set position = ?, failures = ?, failing_since = ?, next_attempt = ?, last_delivered = ?, problem = ?
                    where id = ? and generation = ?""", now.position(), now.failures(), millis(now.failingSince()), millis(now.nextAttempt()),
                    millis(now.lastDelivered()), now.problem(), row.id().value(), row.generation());
            if (rows > 0 && attempt != null) {
                DeliveryStore.add(connection, row.id(), attempt);
            }
            return rows > 0;
        });
    }

    private static Optional<WebhookRow> find(Connection connection, WebhookId id) throws SQLException {
        return Sql.first(connection, WebhookStore::row, SELECT + "where id = ?", id.value());
    }

    private static WebhookRow row(ResultSet row) throws SQLException {
        Standing standing = new Standing(row.getLong(10), row.getInt(11), instant(row, 12), instant(row, 13), instant(row, 14), row.getString(15));
        return new WebhookRow(new WebhookId(row.getString(1)), row.getString(2), row.getString(3), List.of(row.getString(4).split(" ")),
                new Trust(Trust.Mode.valueOf(row.getString(5)), row.getString(6), row.getString(7)), new UserId(row.getString(8)), row.getBoolean(9), standing,
                row.getLong(16), row.getLong(17));
    }

    /** Event types have no blanks. */
    private static String joined(List<String> eventTypes) {
        return String.join(" ", eventTypes);
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
