package org.moothall.servers.ui.internal;

import org.moothall.servers.CallBridge;
import org.moothall.servers.Cluster;

/** A row of the list: a cluster, or one of its Call Bridges below it. */
sealed interface ServerRow {

    /** Unlike that of every other row. */
    String key();

    /** A cluster; the head of its group. */
    record Group(Cluster cluster) implements ServerRow {
        @Override
        public String key() {
            return "c/" + cluster.id().value();
        }
    }

    /** A Call Bridge of the cluster above. */
    record Bridge(CallBridge bridge) implements ServerRow {
        @Override
        public String key() {
            return "b/" + bridge.id().value();
        }
    }
}
