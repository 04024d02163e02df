package org.moothall.core;

import java.util.function.Consumer;

/**
 * The bus on which domains tell what changed. Publishing never blocks on a subscriber: each has its own bounded queue and is
 * called by one thread in order of publication; one that falls behind loses the oldest events and is told by {@code lost}.
 * Service; thread-safe.
 */
public interface ChangeEvents {

    /** Tells every subscriber. */
    void publish(ChangeEvent event);

    /** Calls {@code subscriber} for every event from now on, until the subscription is closed. */
    Subscription subscribe(String name, Consumer<ChangeEvent> subscriber, Runnable lost);

    /** Ends the calls. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
