package org.moothall.servers.internal.store;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.servers.ClusterId;

/** A cluster as it is kept. @param identity {@code clusterId} that its bridges tell, or null for bridges that tell none */
public record ClusterRow(ClusterId id, String name, @Nullable String identity, boolean manageMeetings, @Nullable String cdrAddress, long version) {}
