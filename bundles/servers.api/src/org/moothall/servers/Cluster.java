package org.moothall.servers;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Versioned;

/**
 * A cluster of Call Bridges.
 *
 * @param manageMeetings whether this server shows and runs the cluster's meetings
 * @param cdrAddress {@code host[:port]} under which its bridges reach us for CDRs, or null for the server-wide setting
 * @param callBridges how many of its bridges are configured here
 * @param health the worst of its bridges
 * @param version grows with each change; the ETag
 */
public record Cluster(ClusterId id, String name, boolean manageMeetings, @Nullable String cdrAddress, int callBridges, Health health, long version)
        implements Versioned {}
