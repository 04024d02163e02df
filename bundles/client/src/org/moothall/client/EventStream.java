package org.moothall.client;

import java.time.Instant;

import org.moothall.core.ChangeEvent;

/**
 * The server's changes as they happen. Connects with the first listener, resumes after the last event it saw, and comes back by
 * itself (after 0.5 to 10 seconds) when the connection was lost. Thread-safe.
 */
public interface EventStream {

    /** Tells this listener everything from now on, first how the connection is. Subscribe first and read lists after that: nothing is missed. */
    Subscription listen(Listener listener);

    /** Whether the connection stands now. */
    boolean connected();

    /** Hears changes: one call at a time, in order, on a thread of the client that must not be blocked for long. */
    interface Listener {

        /** Something changed. */
        void changed(ChangeEvent event);

        /** The connection stands; what changed meanwhile follows, or {@link #reset()} if it cannot be told. */
        default void connected() {}

        /** The connection was lost; what is shown is as old as this. Told once until it is connected again. */
        default void lost(Instant since) {}

        /** Changes may have been missed: read again what you show. Also told at the very first connection. */
        default void reset() {}
    }

    /** Ends the calls. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
