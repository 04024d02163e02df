package org.moothall.servers;

import java.util.List;

/**
 * Answer to adding a Call Bridge.
 *
 * @param callBridge what was added
 * @param discovered one for each further member of its cluster that was tried; empty when discovery was not asked for
 */
public record AddedCallBridge(CallBridge callBridge, List<DiscoveryOutcome> discovered) {
    public AddedCallBridge {
        discovered = List.copyOf(discovered);
    }
}
