package org.moothall.servers.ui.internal;

import org.moothall.servers.CallBridge;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.Cluster;
import org.moothall.servers.ClusterId;

/** A row of the list: a cluster, or one of its Call Bridges below it. */
sealed interface ServerRow {

    /** Unlike that of every other row. */
    String key();

    /** Key of a cluster's row. */
    static String key(ClusterId id) {
        return "c/" + id.value();
    }

    /** Key of a Call Bridge's row. */
    static String key(CallBridgeId id) {
        return "b/" + id.value();
    }

    /** A cluster; the head of its group. */
    record Group(Cluster cluster) implements ServerRow {
        @Override
        public String key() {
            return ServerRow.key(cluster.id());
        }
    }

    /** A Call Bridge of the cluster above. */
    record Bridge(CallBridge bridge) implements ServerRow {
        @Override
        public String key() {
            return ServerRow.key(bridge.id());
        }
    }
}
