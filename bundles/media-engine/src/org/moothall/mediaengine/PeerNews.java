package org.moothall.mediaengine;

import java.util.List;
import java.util.UUID;

/**
 * What another bridge of the cluster tells of its calls and legs.
 *
 * @param whole whether this is everything it has, otherwise what changed
 * @param gone ids of calls and legs that ended
 */
public record PeerNews(UUID bridge, boolean whole, List<Call> calls, List<CallLeg> legs, List<UUID> gone) {

    public PeerNews {
        calls = List.copyOf(calls);
        legs = List.copyOf(legs);
        gone = List.copyOf(gone);
    }

    /** A bridge that is out of reach: nothing of it is left here. */
    public static PeerNews lost(UUID bridge) {
        return new PeerNews(bridge, true, List.of(), List.of(), List.of());
    }
}
