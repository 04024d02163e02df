package org.moothall.licensing.authority;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A server that gets its licences here.
 *
 * @param id made by the server itself, once
 * @param name how it calls itself
 * @param registeredUntil a registration that is not renewed ends then; null for one with a reservation
 * @param exportControlled whether it may use export-controlled functions
 * @param inUse what it said last that it uses
 * @param callBridges Active Call Bridge Nodes: how many Call Bridges it said last that it has; free
 * @param lastSeen when it was heard of last
 * @param reservation or null when it is registered with a token
 */
public record ProductInstance(UUID id, String name, VirtualAccountId virtualAccount, @Nullable Instant registeredUntil, boolean exportControlled,
        Licences inUse, int callBridges, Instant lastSeen, @Nullable Reservation reservation) {}
