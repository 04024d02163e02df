package org.moothall.licensing.authority;

import org.moothall.core.Id;

/** Identifies a virtual account. */
public record VirtualAccountId(String value) implements Id {
    public VirtualAccountId {
        Id.checked(value);
    }
}
