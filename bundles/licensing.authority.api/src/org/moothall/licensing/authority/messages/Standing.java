package org.moothall.licensing.authority.messages;

import java.time.Instant;
import java.util.UUID;

import org.moothall.licensing.authority.Licences;

/**
 * How a registered server stands.
 *
 * @param answers the time in the message that this answers, so that an older answer cannot stand for it
 * @param virtualAccount its name
 * @param available what its virtual account has that no other instance uses or has reserved
 * @param missing what it uses beyond that; none when it is in compliance
 */
public record Standing(UUID instance, Instant answers, String virtualAccount, Instant registeredUntil, boolean exportControlled, Licences available,
        Licences missing) {}
