package org.moothall.licensing.authority;

import org.moothall.core.Versioned;

/**
 * A part of an account with licences of its own, meant for one deployment.
 *
 * @param bought the pool: what was bought for it
 * @param reserved what of it is reserved, used or not
 * @param version grows with each change; the ETag
 */
public record VirtualAccount(VirtualAccountId id, AccountId account, String name, Licences bought, Licences reserved, long version) implements Versioned {

    /** What can still be reserved or used. */
    public Licences free() {
        return bought.without(reserved);
    }
}
