package org.moothall.mediaengine;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Another bridge of the cluster as it is seen from here.
 *
 * @param lostSince when the link to it broke, null while it stands
 * @param calls its calls by id; empty while the link is broken
 * @param legs its legs by id; empty while the link is broken
 */
public record Peer(UUID id, @Nullable Instant lostSince, Map<UUID, Call> calls, Map<UUID, CallLeg> legs) {

    public Peer {
        calls = Map.copyOf(calls);
        legs = Map.copyOf(legs);
    }

    /** Whether the link to it stands. */
    public boolean linked() {
        return lostSince == null;
    }
}
