package org.moothall.mediaengine.callbridge.internal.listener;

import java.util.function.Consumer;

/** Where connections to the events channel come in. */
public interface EventsDoor {

    /** Whether this token was given out and still counts. */
    boolean admits(String token);

    /** A connection is there. */
    Conversation connected(Outgoing outgoing);

    /** What a connection can be told. */
    interface Outgoing {
        /** Sends a message; messages go out in order. */
        void send(String text);

        /** How many messages wait to go out because the other side does not read. */
        int waiting();

        /** Ends the connection. */
        void close();
    }

    /** One connection's side of ours; called by one thread at a time. */
    interface Conversation extends Consumer<String> {
        /** All messages went out. */
        void drained();

        /** The connection is gone. */
        void closed();
    }
}
