package org.moothall.mediaengine.callbridge.internal.cdr;

/** What a receiver is to be sent, batch by batch. Used by one thread. */
interface Batches {

    /** The bytes to send: the same until {@link #acknowledged()}; empty when there is nothing after waiting this long. */
    byte[] next(long millis) throws InterruptedException;

    /** Whether everything is acknowledged. */
    boolean done();

    /** The receiver has the batch. */
    void acknowledged();
}
