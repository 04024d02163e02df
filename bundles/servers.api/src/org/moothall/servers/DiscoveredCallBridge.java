package org.moothall.servers;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A Call Bridge that a configured one names as a member of its cluster.
 *
 * @param address {@code host:port} from the cluster's own list
 * @param configured its id here when it is configured already, or null
 */
public record DiscoveredCallBridge(String guid, String uniqueName, String address, @Nullable CallBridgeId configured) {}
