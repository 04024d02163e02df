package org.moothall.licensing.authority;

import org.moothall.core.Id;

/** Identifies an account: an organisation that buys licences. */
public record AccountId(String value) implements Id {
    public AccountId {
        Id.checked(value);
    }
}
