package org.moothall.ui.model;

/** An observation that lasts until it is closed. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
