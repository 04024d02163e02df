package org.moothall.licensing.authority;

import org.moothall.core.Id;

/** Identifies a registration token. */
public record TokenId(String value) implements Id {
    public TokenId {
        Id.checked(value);
    }
}
