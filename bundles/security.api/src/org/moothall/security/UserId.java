package org.moothall.security;

import org.moothall.core.Id;

/** Identifies a user for ever, whatever the name becomes. */
public record UserId(String value) implements Id {
    public UserId {
        Id.checked(value);
    }
}
