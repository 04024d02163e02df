package org.moothall.servers.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.CoreProblem;
import org.moothall.core.ProblemCode;
import org.moothall.core.ProblemException;
import org.moothall.core.Trust;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.ClusterId;
import org.moothall.servers.ServersProblem;
import org.moothall.servers.internal.Address;
import org.moothall.servers.internal.store.ServerStore.Placed;
import org.moothall.store.Store;
import org.moothall.testkit.store.Engine;
import org.moothall.testkit.store.OnBothEngines;

/** What is kept of clusters and bridges, the same on both stores. */
@OnBothEngines
class ServerStoreTest {

    private static final Trust PINNED = new Trust(Trust.Mode.PINNED, "ab".repeat(32), null);

    private final Store database;
    private final ServerStore store;

    ServerStoreTest(Engine engine, @TempDir Path directory) {
        database = engine.open(directory);
        this.store = new ServerStore(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatWasAddedIsReadAgainWhole() {
        BridgeRow kept = store.add(bridge("b1", "one.example", 445, "g1"), List.of("g1"), cluster("c1", "identity"));
        assertEquals(new BridgeRow(new CallBridgeId("b1"), new ClusterId("c1"), "b1", "unique", "g1", new Address("one.example", 445), "api", PINNED, 1),
                kept);
        ServerStore again = new ServerStore(database);
        assertEquals(List.of(kept), again.bridges());
        assertEquals(Optional.of(kept), again.findBridge(kept.address()));
        assertEquals(List.of(cluster("c1", "identity")), again.clusters());
    }

    @Test
    void bridgesOfOneIdentityAreOfOneCluster() {
        ClusterId first = store.add(bridge("b1", "one", 443, "g1"), List.of(), cluster("c1", "identity")).cluster();
        assertEquals(first, store.add(bridge("b2", "two", 443, "g2"), List.of(), cluster("c2", "identity")).cluster());
        assertEquals(1, store.clusters().size());
    }

    @Test
    void bridgesThatTellNoIdentityAreOfTheClusterOfTheirMembers() {
        ClusterId first = store.add(bridge("b1", "one", 443, "g1"), List.of("g1", "g2"), cluster("c1", null)).cluster();
        assertEquals(first, store.add(bridge("b2", "two", 443, "g2"), List.of("g1", "g2"), cluster("c2", null)).cluster());
        assertTrue(!first.equals(store.add(bridge("b3", "three", 443, "g3"), List.of("g3"), cluster("c3", null)).cluster()));
    }

    @Test
    void theSameBridgeUnderAnotherAddressIsRefusedAndNothingIsKept() {
        store.add(bridge("b1", "one", 443, "g1"), List.of("g1"), cluster("c1", "identity"));
        assertRefused(ServersProblem.ADDRESS_IN_USE, () -> store.add(bridge("b2", "alias", 443, "g1"), List.of("g1"), cluster("c2", "identity")));
        assertRefused(ServersProblem.ADDRESS_IN_USE, () -> store.add(bridge("b3", "one", 443, "g3"), List.of("g3"), cluster("c3", "other")));
        assertEquals(1, store.bridges().size());
        assertEquals(1, store.clusters().size());
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedIsRefused() {
        BridgeRow kept = store.add(bridge("b1", "one", 443, "g1"), List.of("g1"), cluster("c1", "identity"));
        assertEquals(2, store.update(kept, 1).version());
        assertRefused(CoreProblem.CHANGED_MEANWHILE, () -> store.update(kept, 1));
        assertEquals(2, store.update(cluster("c1", "identity"), 1).version());
        assertRefused(CoreProblem.CHANGED_MEANWHILE, () -> store.update(cluster("c1", "identity"), 1));
    }

    @Test
    void whatABridgeTellsOfItselfIsNoChangeOfConfiguration() {
        BridgeRow kept = store.add(bridge("b1", "one", 443, "g1"), List.of("g1"), cluster("c1", null));
        store.learn(kept.id(), "newName", "g9");
        store.identify(kept.cluster(), "known");
        assertEquals(kept.called("newName", "g9"), store.findBridge(kept.id()).orElseThrow());
        assertEquals(cluster("c1", "known"), store.findCluster(kept.cluster()).orElseThrow());
    }

    @Test
    void theLastBridgeTakesItsClusterAlong() {
        BridgeRow one = store.add(bridge("b1", "one", 443, "g1"), List.of("g1"), cluster("c1", "identity"));
        BridgeRow two = store.add(bridge("b2", "two", 443, "g2"), List.of("g1"), cluster("c2", "identity"));
        assertEquals(Optional.empty(), store.remove(one));
        assertEquals(Optional.of(one.cluster()), store.remove(two));
        assertEquals(List.of(), store.clusters());
    }

    @Test
    void aBridgeMovesToAKnownClusterOrToANewOne() {
        BridgeRow one = store.add(bridge("b1", "one", 443, "g1"), List.of("g1"), cluster("c1", "first"));
        BridgeRow two = store.add(bridge("b2", "two", 443, "g2"), List.of("g2"), cluster("c2", "second"));
        assertEquals(new Placed(cluster("c3", "third"), true), store.move(two, cluster("c3", "third")));
        assertEquals(new Placed(cluster("c1", "first"), true), store.move(two.in(new ClusterId("c3")), cluster("c4", "first")));
        assertEquals(new Placed(cluster("c5", null), false), store.move(one, cluster("c5", null)));
        assertEquals(List.of("c1", "c5"), store.clusters().stream().map(c -> c.id().value()).sorted().toList());
    }

    private static BridgeRow bridge(String id, String host, int port, String guid) {
        return new BridgeRow(new CallBridgeId(id), new ClusterId("c-" + id), id, "unique", guid, new Address(host, port), "api", PINNED, 1);
    }

    private static ClusterRow cluster(String id, @Nullable String identity) {
        return new ClusterRow(new ClusterId(id), id, identity, true, null, 1);
    }

    private static void assertRefused(ProblemCode code, Executable work) {
        assertEquals(code, assertThrows(ProblemException.class, work).problem().code());
    }
}
