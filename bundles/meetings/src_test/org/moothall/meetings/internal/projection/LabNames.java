package org.moothall.meetings.internal.projection;

import org.moothall.servers.ClusterId;

/** Names of a cluster whose bridges are called by their ids. */
record LabNames() implements Names {

    @Override
    public ClusterId cluster() {
        return new ClusterId("lab");
    }

    @Override
    public String clusterName() {
        return "Lab";
    }

    @Override
    public String bridge(String id) {
        return id;
    }
}
