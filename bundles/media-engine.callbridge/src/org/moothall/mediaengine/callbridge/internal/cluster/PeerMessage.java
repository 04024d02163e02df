package org.moothall.mediaengine.callbridge.internal.cluster;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.moothall.mediaengine.Item;
import org.moothall.mediaengine.PeerNews;
import org.moothall.mediaengine.Space;

/**
 * What one bridge tells another: the changes since the message before, or everything.
 *
 * @param run changes when the sender restarts
 * @param sequence of this message; the receiver must have the one before, unless {@code news} is the whole
 */
record PeerMessage(UUID run, long sequence, PeerNews news, List<Space> spaces, List<Item> items, List<Order> orders) {

    /**
     * Something to be done on all bridges: to a meeting, or, when somebody was moved, to the leg they left.
     *
     * @param kind {@code end}, {@code change} or {@code moved}
     */
    record Order(String kind, UUID correlator, Map<String, String> changes, List<UUID> named, boolean exclude) { }
}
