package org.moothall.mediaengine.callbridge.internal.cluster;

/** A way to another bridge. Used by one thread. */
interface PeerLine extends AutoCloseable {

    /** Whether it took the message; a false one must be repeated as a whole. Problems: as {@code HttpsPeer}. */
    boolean deliver(PeerMessage message);

    @Override
    void close();
}
