package org.moothall.servers;

import java.util.List;

import org.moothall.core.Versioned;

/**
 * Answer to adding a Call Bridge.
 *
 * @param callBridge what was added
 * @param discovered one for each further member of its cluster that was tried; empty when discovery was not asked for
 */
public record AddedCallBridge(CallBridge callBridge, List<DiscoveryOutcome> discovered) implements Versioned {
    public AddedCallBridge {
        discovered = List.copyOf(discovered);
    }

    @Override
    public long version() {
        return callBridge.version();
    }
}
