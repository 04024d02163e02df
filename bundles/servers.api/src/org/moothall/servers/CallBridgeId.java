package org.moothall.servers;

import org.moothall.core.Id;

/** Identifies a Call Bridge in this product (not the GUID it has in its cluster). */
public record CallBridgeId(String value) implements Id {
    public CallBridgeId {
        Id.checked(value);
    }
}
