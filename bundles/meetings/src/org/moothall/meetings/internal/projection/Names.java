package org.moothall.meetings.internal.projection;

import org.moothall.servers.ClusterId;

/** What people call the cluster and its bridges; may change at any time. */
public interface Names {

    /** The cluster all this belongs to. */
    ClusterId cluster();

    /** Its name. */
    String clusterName();

    /** Name of a Call Bridge, its id when there is no better one. */
    String bridge(String id);
}
