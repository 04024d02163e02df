package org.moothall.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.moothall.core.Instance;
import org.moothall.core.Problem;
import org.moothall.store.Database;
import org.moothall.store.Database.Migration;
import org.moothall.store.Leases;
import org.moothall.store.StoreProblem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leases as rows; a row's token only ever grows. */
@Component
public final class SqlLeases implements Leases {

    private static final List<Migration> TABLES = List.of(new Migration(1, """
            create table store_leases (
              name text primary key,
              holder text not null,
              token bigint not null,
              expires bigint not null);"""));

    /** Takes a free, expired or own lease in one statement, so that of two instances that try at once one gets no row. */
    private static final String ACQUIRE = """
            insert into store_leases (name, holder, token, expires) values (?, ?, 1, ?)
            on conflict (name) do update set holder = excluded.holder, token = store_leases.token + 1, expires = excluded.expires
            where store_leases.expires <= ? or store_leases.holder = excluded.holder
            returning token""";

    private final Database database;
    private final Clock clock;
    private final String holder;

    @Activate
    public SqlLeases(@Reference Database database, @Reference Clock clock, @Reference Instance instance) {
        this(database, clock, instance.name());
    }

    public SqlLeases(Database database, Clock clock, String holder) {
        this.database = database;
        this.clock = clock;
        this.holder = holder;
        database.migrate("store.leases", TABLES);
    }

    @Override
    public Optional<Lease> acquire(String name, Duration time) {
        Instant now = clock.instant();
        Instant expires = now.plus(time);
        return database.writeAndWait(connection -> {
            try (PreparedStatement take = connection.prepareStatement(ACQUIRE)) {
                take.setString(1, name);
                take.setString(2, holder);
                take.setLong(3, expires.toEpochMilli());
                take.setLong(4, now.toEpochMilli());
                try (ResultSet row = take.executeQuery()) {
                    return row.next() ? Optional.of(new Lease(name, holder, row.getLong(1), expires)) : Optional.empty();
                }
            }
        });
    }

    @Override
    public Optional<Lease> renew(Lease lease, Duration time) {
        Instant expires = clock.instant().plus(time);
        return setExpiry(lease, expires) ? Optional.of(new Lease(lease.name(), lease.holder(), lease.token(), expires)) : Optional.empty();
    }

    @Override
    public void release(Lease lease) {
        setExpiry(lease, Instant.EPOCH);
    }

    private boolean setExpiry(Lease lease, Instant expires) {
        return database.writeAndWait(connection -> {
            try (PreparedStatement update = connection.prepareStatement("update store_leases set expires = ? where name = ? and token = ?")) {
                update.setLong(1, expires.toEpochMilli());
                update.setString(2, lease.name());
                update.setLong(3, lease.token());
                return update.executeUpdate() == 1;
            }
        });
    }

    @Override
    public void guard(Connection connection, Lease lease) throws SQLException {
        // an update, not a query: it keeps another instance from taking the lease until this write is committed
        try (PreparedStatement hold = connection.prepareStatement("update store_leases set token = token where name = ? and token = ?")) {
            hold.setString(1, lease.name());
            hold.setLong(2, lease.token());
            if (hold.executeUpdate() != 1) {
                throw Problem.about(lease.name(), StoreProblem.LEASE_LOST, "Another instance has taken over " + lease.name() + ".").exception();
            }
        }
    }
}
