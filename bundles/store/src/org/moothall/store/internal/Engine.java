package org.moothall.store.internal;

import java.sql.Connection;
import java.sql.SQLException;

/** What differs between the kinds of database. */
public interface Engine extends AutoCloseable {

    /** Name for messages. */
    String name();

    /** Makes sure that the database may be used by this program alone where it must, and that it is there. */
    void prepare();

    /** A connection that commits each statement by itself until told otherwise; a commit is on disk. */
    Connection openWriter() throws SQLException;

    /** A connection for reads of one state. */
    Connection openReader() throws SQLException;

    /** Whether commits go to a log that {@link #checkpoint} copies into the database. */
    boolean logs();

    /** Copies the log into the database as far as nobody is held up by it; how many pages are left. Used by one thread at a time. */
    int checkpoint(Connection connection) throws SQLException;

    /** Connections that read side by side. */
    int readers();

    /** Whether other instances may write to the same database. */
    boolean shared();

    /** A migration's statement in this engine's words. */
    String adapt(String statement);

    /** Keeps other instances from migrating until this transaction ends. */
    void lockMigrations(Connection connection) throws SQLException;

    /** Whether the same work may succeed when tried again (deadlock, serialisation). */
    boolean worthRepeating(SQLException failure);

    /** Whether this says that nothing can be written at all, rather than not this. */
    boolean unableToWrite(SQLException failure);

    /** Whether this connection is still good after this failure. */
    boolean usable(Connection connection);

    @Override
    void close();
}
