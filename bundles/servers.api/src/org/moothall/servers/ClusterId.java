package org.moothall.servers;

import org.moothall.core.Id;

/** Identifies a cluster; a single Call Bridge is a cluster of one. */
public record ClusterId(String value) implements Id {
    public ClusterId {
        Id.checked(value);
    }
}
