package org.moothall.servers.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.moothall.servers.ui.internal.ScriptedServers.bridge;
import static org.moothall.servers.ui.internal.ScriptedServers.cluster;

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.moothall.core.Page;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.ClusterId;

@NonNullByDefault({})
class ServerListTest {

    private final ScriptedServers server = new ScriptedServers();
    private final ServerList list = new ServerList(server, Runnable::run);

    @Test
    void bridgesStandBelowTheirClustersByName() {
        read();
        assertEquals(List.of("c/leeds", "b/x", "c/york", "b/a", "b/b"), keys());
    }

    @Test
    void aChangedBridgeKeepsItsPlaceAndARemovedOneGoes() {
        read();
        list.changed(bridge("a", "york"));
        list.removed(new CallBridgeId("b"));
        assertEquals(List.of("c/leeds", "b/x", "c/york", "b/a"), keys());
        list.removed(new ClusterId("leeds"));
        assertEquals(List.of("c/york", "b/a"), keys());
    }

    @Test
    void aBridgeOfAnUnknownClusterHasAllReadAgain() {
        read();
        server.restart();
        list.changed(bridge("n", "new"));
        server.clusters.complete(Page.all(List.of(cluster("new"))));
        server.bridges.complete(Page.all(List.of(bridge("n", "new"))));
        assertEquals(List.of("c/new", "b/n"), keys());
    }

    @Test
    void whatWasToldDuringAReadIsReadAgain() {
        read();
        server.restart();
        list.refresh();
        list.removed(new CallBridgeId("a"));
        var clusters = server.clusters;
        var bridges = server.bridges;
        server.restart();
        clusters.complete(Page.all(List.of(cluster("york"))));
        bridges.complete(Page.all(List.of(bridge("a", "york"))));
        server.clusters.complete(Page.all(List.of(cluster("york"))));
        server.bridges.complete(Page.all(List.of()));
        assertEquals(List.of("c/york"), keys());
    }

    @Test
    void findingABridgeShowsItBelowItsCluster() {
        read();
        list.find("X.");
        assertEquals(List.of("c/leeds", "b/x"), keys());
    }

    private void read() {
        list.refresh();
        server.clusters.complete(Page.all(List.of(cluster("york"), cluster("leeds"))));
        server.bridges.complete(Page.all(List.of(bridge("b", "york"), bridge("a", "york"), bridge("x", "leeds"))));
    }

    private List<String> keys() {
        return list.rows().visible().stream().map(ServerRow::key).toList();
    }
}
