package org.moothall.mediaengine;

import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Somebody in a meeting that this bridge takes part in.
 *
 * @param call this bridge's own id of the call
 * @param leg the leg, here or on another bridge
 * @param bridge the other bridge that has the leg, null for a leg of this one
 */
public record Participant(UUID call, CallLeg leg, @Nullable UUID bridge) {

    /** Whether the leg is on this bridge. */
    public boolean local() {
        return bridge == null;
    }
}
