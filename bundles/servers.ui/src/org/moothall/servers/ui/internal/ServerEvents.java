package org.moothall.servers.ui.internal;

import java.util.concurrent.Executor;

import org.moothall.client.EventData;
import org.moothall.client.EventStream;
import org.moothall.core.ChangeEvent;
import org.moothall.servers.CallBridge;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.Cluster;
import org.moothall.servers.ClusterId;
import org.moothall.servers.Servers;

/** Takes what the server tells to the list, on the UI thread. */
record ServerEvents(ServerList list, Executor ui) implements EventStream.Listener {

    @Override
    public void changed(ChangeEvent event) {
        switch (event.type()) {
            case Servers.CALL_BRIDGE_CHANGED ->
                EventData.find(event, "callBridge", CallBridge.class).ifPresent(bridge -> ui.execute(() -> list.changed(bridge)));
            case Servers.CLUSTER_CHANGED -> EventData.find(event, "cluster", Cluster.class).ifPresent(cluster -> ui.execute(() -> list.changed(cluster)));
            case Servers.CALL_BRIDGE_REMOVED -> ui.execute(() -> list.removed(new CallBridgeId(event.subject())));
            case Servers.CLUSTER_REMOVED -> ui.execute(() -> list.removed(new ClusterId(event.subject())));
            default -> {} // not about servers
        }
    }

    @Override
    public void reset() {
        ui.execute(list::refresh);
    }
}
