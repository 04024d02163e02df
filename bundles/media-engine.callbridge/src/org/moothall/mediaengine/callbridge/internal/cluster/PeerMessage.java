package org.moothall.mediaengine.callbridge.internal.cluster;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.moothall.mediaengine.Call;
import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.Item;
import org.moothall.mediaengine.Space;

/**
 * What one bridge tells another: the changes since the message before, or everything.
 *
 * @param run changes when the sender restarts
 * @param sequence of this message; the receiver must have the one before, unless {@code full}
 */
record PeerMessage(UUID bridge, UUID run, long sequence, boolean full, List<Call> calls, List<CallLeg> legs, List<UUID> gone, List<Space> spaces,
        List<Item> items, List<Order> orders) {

    /** Something to be done on all bridges: to a meeting, or, when somebody was moved, to the leg they left. @param kind {@code end}, {@code change} or {@code moved} */
    record Order(String kind, UUID correlator, Map<String, String> changes, List<UUID> named, boolean exclude) { }
}
