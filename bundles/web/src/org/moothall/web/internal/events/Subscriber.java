package org.moothall.web.internal.events;

/** The far end of an event stream. Called by one thread; a call waits until the message is handed to the network. */
interface Subscriber {

    /** Sends an event, without an id when it is not kept; throws when the far end is gone. */
    void event(Framed entry);

    /** Says that what the client knows is too old: it must read everything again. @param id to resume after */
    void reset(long id);

    /** Shows both ends that the connection is alive. */
    void heartbeat();

    /** Whether the far end is gone. */
    boolean gone();

    /** Ends the stream. */
    void close();
}
