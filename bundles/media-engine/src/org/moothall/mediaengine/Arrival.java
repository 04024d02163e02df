package org.moothall.mediaengine;

import java.util.Map;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Somebody who calls in.
 *
 * @param space where to
 * @param correlator of the meeting when none is on in the space yet, neither here nor on another bridge; null to decide it then
 * @param settings overrides for this leg by API parameter name
 */
public record Arrival(UUID space, @Nullable UUID correlator, Endpoint endpoint, Map<String, String> settings) {}
