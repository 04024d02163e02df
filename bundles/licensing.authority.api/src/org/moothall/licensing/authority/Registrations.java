package org.moothall.licensing.authority;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.moothall.core.Secret;
import org.moothall.licensing.authority.codes.PublicKeyBytes;
import org.moothall.licensing.authority.messages.Standing;

/**
 * What servers with a connection say to their authority. Who calls has made sure that the server itself says it: by the token
 * when it registers, then by the signature of the key that it registered with. Service; thread-safe.
 *
 * @spec admin-guide §21.6.1, §21.6.2
 */
public interface Registrations {

    /** A registration that is not renewed ends after this. */
    Duration VALIDITY = Duration.ofDays(365);
    /** Clocks may be off by this. */
    Duration FRESH = Duration.ofMinutes(5);

    /**
     * Registers a server.
     *
     * @param again whether one that is registered already may register anew, with a new key or in another virtual account
     * @param at when the server said so, by its clock; more than {@link #FRESH} off ours is {@link AuthorityProblem#CODE_EXPIRED}
     */
    Standing register(Secret token, UUID instance, String name, PublicKeyBytes key, boolean again, Instant at);

    /** The key of a registered instance. {@link AuthorityProblem#NOT_REGISTERED} */
    PublicKeyBytes key(UUID instance);

    /** Extends the registration. @param at when the server said so; older than the last is {@link AuthorityProblem#CODE_USED} */
    Standing renew(UUID instance, Instant at);

    /** The server uses this much and asks whether it may. @param at as in {@link #renew} */
    Standing authorize(UUID instance, Licences inUse, int callBridges, Instant at);

    /** The server ends its registration: how it stood. @param at as in {@link #renew} */
    Standing deregister(UUID instance, Instant at);
}
