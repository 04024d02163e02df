package org.moothall.store;

/** An open store; closing it ends its threads after what was queued is written. */
public interface Store extends Database, AutoCloseable {
    @Override
    void close();
}
