package org.moothall.meetings.internal.store;

import java.time.Instant;

import org.moothall.store.Database;
import org.moothall.store.Expiring;
import org.moothall.store.Leases;
import org.moothall.store.Leases.Lease;

/** Deletes some of what is too old, unless another server has the lease by now. Thread-safe. */
public final class ExpiryStep {

    private static final int ROWS = 500;

    private final Database database;
    private final Leases leases;

    /** In this store. */
    public ExpiryStep(Database database, Leases leases) {
        this.database = database;
        this.leases = leases;
    }

    /** Deletes some of a kind; whether there may be more. Problem: {@link org.moothall.store.StoreProblem#LEASE_LOST}. */
    public boolean take(Expiring kind, Lease lease, Instant before) {
        return database.writeAndWait(connection -> {
            leases.guard(connection, lease);
            return kind.expire(connection, before, ROWS);
        });
    }
}
