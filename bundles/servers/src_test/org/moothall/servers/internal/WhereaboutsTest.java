package org.moothall.servers.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.servers.CallBridge;
import org.moothall.servers.Cluster;
import org.moothall.servers.Servers;
import org.moothall.testkit.TestCertificates;

/** Bridges that are clustered otherwise while they are managed. */
@Timeout(120)
@NonNullByDefault({})
class WhereaboutsTest {

    private final TestCertificates valid = TestCertificates.valid();

    @TempDir
    private Path directory;
    private ServersFixture fixture;
    private FakeCallBridge first;
    private FakeCallBridge second;
    private CallBridge one;
    private CallBridge two;

    @BeforeEach
    void configureACluster() {
        fixture = new ServersFixture(directory, valid);
        first = fixture.bridge("one");
        second = fixture.bridge("two");
        ServersFixture.cluster("c1", first, second);
        one = fixture.add(first);
        two = fixture.add(second);
        assertEquals(one.cluster(), two.cluster());
    }

    @AfterEach
    void close() throws InterruptedException {
        fixture.close();
    }

    @Test
    void aBridgeThatJoinsAnotherClusterMovesThereAndThatIsTold() {
        FakeCallBridge third = fixture.bridge("three");
        ServersFixture.cluster("c2", third);
        CallBridge three = fixture.add(third);
        ServersFixture.cluster("c2", second, third);
        ServersFixture.cluster("c1", first);
        fixture.until(() -> fixture.now(two).cluster().equals(three.cluster()));
        fixture.until(() -> fixture.notifications.find(moved()).isPresent());
        assertTrue(fixture.notifications.find(moved()).orElseThrow().message().contains("two has left the cluster one"),
                fixture.notifications.keys()::toString);
        assertEquals(2, fixture.servers.findCluster(three.cluster()).orElseThrow().callBridges());
        assertEquals(1, fixture.servers.findCluster(one.cluster()).orElseThrow().callBridges());
    }

    @Test
    void aBridgeThatLeavesItsClusterGetsOneOfItsOwnAndIsStillManaged() {
        second.in(null, List.of());
        ServersFixture.cluster("c1", first);
        fixture.until(() -> !fixture.now(two).cluster().equals(one.cluster()));
        Cluster own = fixture.servers.findCluster(fixture.now(two).cluster()).orElseThrow();
        assertEquals("two", own.name());
        assertTrue(own.manageMeetings());
        assertEquals(fixture.now(two).version(), two.version(), "nobody changed its configuration");
    }

    @Test
    void aClusterWithoutBridgesIsGone() {
        second.in("c9", List.of(second));
        fixture.until(() -> !fixture.now(two).cluster().equals(one.cluster()));
        first.in("c9", List.of(first, second));
        fixture.until(() -> fixture.servers.findCluster(one.cluster()).isEmpty());
        fixture.until(() -> fixture.events.types().contains(Servers.CLUSTER_REMOVED));
        assertEquals(List.of(fixture.now(two).cluster()), fixture.servers.clusters().stream().map(Cluster::id).toList());
    }

    @Test
    void theNotificationGoesWhenItIsAcknowledgedOrTheBridgeRemoved() {
        second.in(null, List.of());
        fixture.until(() -> fixture.notifications.find(moved()).isPresent());
        fixture.notifications.acknowledge(moved());
        fixture.until(() -> fixture.notifications.find(moved()).isEmpty());
        first.in("c7", List.of(first, second));
        second.in("c7", List.of(first, second));
        fixture.until(() -> fixture.now(one).cluster().equals(fixture.now(two).cluster()));
        fixture.servers.remove(one.id());
        fixture.servers.remove(two.id());
        assertEquals(List.of(), fixture.notifications.keys());
    }

    @Test
    void theOnlyBridgeOfAClusterKeepsItWhenItIsClusteredAnew() {
        fixture.servers.remove(two.id());
        first.in("c8", List.of(first));
        FakeCallBridge third = fixture.bridge("three");
        ServersFixture.cluster("c8", first, third);
        // By the time the next of the new cluster is added, the old one has become it.
        fixture.until(() -> fixture.notifications.find("servers.cluster-incomplete:" + one.cluster().value()).filter(told -> told.message().contains("three"))
                .isPresent());
        assertEquals(one.cluster(), fixture.add(third).cluster());
        assertEquals(one.cluster(), fixture.now(one).cluster());
    }

    private String moved() {
        return "servers.cluster-changed:" + two.id().value();
    }
}
