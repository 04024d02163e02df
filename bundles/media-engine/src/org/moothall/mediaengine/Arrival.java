package org.moothall.mediaengine;

import java.util.Map;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Somebody who calls in.
 *
 * @param space where to
 * @param correlator of the meeting when none is on in the space yet, neither here nor on another bridge; null to decide it then
 * @param leg id of the leg, null to give it one
 * @param settings overrides for this leg by API parameter name
 */
public record Arrival(UUID space, @Nullable UUID correlator, @Nullable UUID leg, Endpoint endpoint, Map<String, String> settings) {

    /** Somebody whose leg has no id yet. */
    public Arrival(UUID space, @Nullable UUID correlator, Endpoint endpoint, Map<String, String> settings) {
        this(space, correlator, null, endpoint, settings);
    }
}
