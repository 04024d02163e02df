package org.moothall.licensing.authority.messages;

import java.time.Instant;
import java.util.UUID;

/**
 * A server registers; signed with the key that it gives.
 *
 * @param token from the virtual account
 * @param name how the server calls itself
 * @param publicKey 64 hexadecimal digits
 * @param again whether it may be registered already
 * @param at when it was said, by the server's clock
 * @spec admin-guide §21.6.1
 */
public record Register(String token, UUID instance, String name, String publicKey, boolean again, Instant at) {

    /** Without the token, which is secret. */
    @Override
    public String toString() {
        return "Register[instance=" + instance + "]";
    }
}
