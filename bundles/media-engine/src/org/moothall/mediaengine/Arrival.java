package org.moothall.mediaengine;

import java.util.Map;
import java.util.UUID;

/**
 * Somebody who calls in.
 *
 * @param space where to
 * @param correlator of the meeting when none is on in the space yet, neither here nor on another bridge
 * @param settings overrides for this leg by API parameter name
 */
public record Arrival(UUID space, UUID correlator, Endpoint endpoint, Map<String, String> settings) { }
