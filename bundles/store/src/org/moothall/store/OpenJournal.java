package org.moothall.store;

/** A journal on an open store; closing it ends its threads. */
public interface OpenJournal extends Journal, Expiring, AutoCloseable {
    @Override
    void close();
}
