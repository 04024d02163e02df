package org.moothall.licensing.authority.messages;

import java.time.Instant;

import org.moothall.licensing.authority.Licences;

/**
 * A registered server says what it uses and asks whether it may.
 *
 * @param callBridges how many Call Bridges it has
 * @param at when it was said, by the server's clock; later than what it said before
 */
public record Usage(Licences inUse, int callBridges, Instant at) {}
