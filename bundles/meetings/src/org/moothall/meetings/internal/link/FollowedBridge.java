package org.moothall.meetings.internal.link;

import org.moothall.servers.ClusterId;
import org.moothall.servers.spi.CallBridgeConnection;

/** A bridge that we follow. @param reading the connection for our own reading, which waits for room in the bridge's budget */
public record FollowedBridge(String id, String name, ClusterId cluster, CallBridgeConnection reading) {}
