package org.moothall.mediaengine.callbridge.internal.cluster;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.mediaengine.Item;
import org.moothall.mediaengine.PeerNews;
import org.moothall.mediaengine.Space;
import org.moothall.mediaengine.callbridge.internal.api.ParticipantsApi.Invitation;
import org.moothall.mediaengine.callbridge.internal.licensing.UsageMeter;

/**
 * What one bridge tells another: the changes since the message before, or everything.
 *
 * @param run changes when the sender restarts
 * @param sequence of this message; the receiver must have the one before, unless {@code news} is the whole
 */
record PeerMessage(UUID run, long sequence, PeerNews news, List<Space> spaces, List<Item> items, List<Order> orders,
        List<UsageMeter.Snapshot> usage) {

    /**
     * Something to be done on other bridges.
     *
     * @param kind {@code end} a meeting, {@code change} its people, {@code moved} somebody away, {@code dial} somebody
     * @param correlator of the meeting
     * @param changes settings of people, or of who is called
     * @param named whom, by the ids of their legs
     * @param exclude whether all but those
     * @param invitation whom to call, null for anything else
     */
    record Order(String kind, UUID correlator, Map<String, String> changes, List<UUID> named, boolean exclude, @Nullable Invitation invitation) {

        Order(String kind, UUID correlator, Map<String, String> changes, List<UUID> named, boolean exclude) {
            this(kind, correlator, changes, named, exclude, null);
        }
    }
}
