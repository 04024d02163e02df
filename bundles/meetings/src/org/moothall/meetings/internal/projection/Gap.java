package org.moothall.meetings.internal.projection;

import java.time.Instant;

/**
 * Records that a bridge wrote and that did not reach us.
 *
 * @param from time of the last record before; @param to time of the first one after
 */
public record Gap(String bridge, String session, Instant from, Instant to, long missing) {}
