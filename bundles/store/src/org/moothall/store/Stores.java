package org.moothall.store;

import java.nio.file.Path;
import java.time.Clock;

import org.moothall.core.ChangeEvents;
import org.moothall.core.Executors;
import org.moothall.core.Secret;
import org.moothall.store.internal.PostgresqlEngine;
import org.moothall.store.internal.SqlDatabase;
import org.moothall.store.internal.SqlJournal;
import org.moothall.store.internal.SqlLeases;
import org.moothall.store.internal.SqliteEngine;

/** Opens stores outside the running server: for tools and tests. The server's own is the service {@link Database}. */
public final class Stores {

    private Stores() {}

    /**
     * Opens the SQLite store in this directory, making it when there is none.
     *
     * @throws org.moothall.core.ProblemException {@link StoreProblem#IN_USE} or {@link StoreProblem#FAILED}
     */
    public static Store embedded(Path directory, Executors executors) {
        return SqlDatabase.open(new SqliteEngine(directory), executors);
    }

    /**
     * Opens a store on a PostgreSQL server.
     *
     * @param url {@code jdbc:postgresql://host:port/database}
     * @throws org.moothall.core.ProblemException {@link StoreProblem#FAILED}
     */
    public static Store postgresql(String url, String user, Secret password, Executors executors) {
        return SqlDatabase.open(new PostgresqlEngine(url, user, password), executors);
    }

    /** The journal of this store, listening to these events. */
    public static OpenJournal journal(Database database, ChangeEvents events, Executors executors, Clock clock) {
        return new SqlJournal(database, events, executors, clock);
    }

    /** The leases of this store, as the instance of this name sees them. */
    public static Leases leases(Database database, Clock clock, String holder) {
        return new SqlLeases(database, clock, holder);
    }
}
