package org.moothall.servers.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.CoreProblem;
import org.moothall.core.ProblemCode;
import org.moothall.core.ProblemException;
import org.moothall.core.Trust;
import org.moothall.net.NetProblem;
import org.moothall.servers.CallBridge;
import org.moothall.servers.ClusterId;
import org.moothall.servers.DiscoveredCallBridge;
import org.moothall.servers.DiscoveryOutcome;
import org.moothall.servers.ServersProblem;
import org.moothall.servers.internal.Discovery.Choice;
import org.moothall.testkit.TestCertificates;
import org.moothall.testkit.TlsServer.Script;

/** Finding and adding the rest of a cluster, against real connections. @spec admin-guide §5 */
@Timeout(120)
@NonNullByDefault({})
class DiscoveryTest {

    private final TestCertificates valid = TestCertificates.valid();

    @TempDir
    private Path directory;
    private ServersFixture fixture;
    private FakeCallBridge first;
    private FakeCallBridge second;
    private FakeCallBridge third;
    private ClusterId cluster;

    @BeforeEach
    void configureTheFirst() {
        fixture = new ServersFixture(directory, valid);
        first = fixture.bridge("one");
        second = fixture.bridge("two");
        third = fixture.bridge("three");
        ServersFixture.cluster("c1", first, second, third);
        cluster = fixture.add(first).cluster();
    }

    @AfterEach
    void close() throws InterruptedException {
        fixture.close();
    }

    @Test
    void theMembersAreNamedAndWhoIsConfiguredIsTold() {
        List<DiscoveredCallBridge> found = fixture.servers.discover(cluster);
        assertEquals(List.of("one", "two", "three"), found.stream().map(DiscoveredCallBridge::uniqueName).toList());
        assertEquals(List.of(first.address(), second.address(), third.address()), found.stream().map(DiscoveredCallBridge::address).toList());
        assertEquals(List.of(true, false, false), found.stream().map(one -> one.configured() != null).toList());
    }

    @Test
    void theRestIsAddedWithTheCredentialsOfTheFirst() {
        List<DiscoveryOutcome> outcomes = fixture.servers.discovery().addRest(cluster);
        assertEquals(List.of(true, true), outcomes.stream().map(DiscoveryOutcome::added).toList());
        assertEquals(List.of(cluster, cluster, cluster), fixture.servers.callBridges().stream().map(CallBridge::cluster).toList());
        assertEquals(3, fixture.vault.size());
        assertEquals(List.of(), fixture.servers.discovery().addRest(cluster));
    }

    @Test
    void aBridgeWithOtherCredentialsIsAddedWithThem() {
        second.password("another");
        assertEquals(ServersProblem.CREDENTIALS_REFUSED.code(), problem(add(second, null)));
        assertTrue(add(second, "another").added());
    }

    @Test
    void eachBridgeHasAResultOfItsOwnInTheOrderOfTheRequest() {
        FakeCallBridge gone = fixture.bridge("gone");
        gone.close();
        FakeCallBridge masked = fixture.bridge(TestCertificates.forOtherNames(), "masked");
        FakeCallBridge stranger = fixture.bridge("stranger");
        ServersFixture.cluster("c1", first, second, third, gone, masked);
        ServersFixture.cluster("c2", stranger);
        third.password("unknown");
        List<DiscoveryOutcome> outcomes = fixture.servers.discovery().add(cluster,
                List.of(choice(third, null), choice(gone, null), choice(second, null), choice(masked, null), choice(stranger, null), choice(first, null)));
        assertEquals(List.of(third.address(), gone.address(), second.address(), masked.address(), stranger.address(), first.address()),
                outcomes.stream().map(DiscoveryOutcome::address).toList());
        assertEquals(codes(ServersProblem.CREDENTIALS_REFUSED, NetProblem.CONNECTION_REFUSED, null, NetProblem.CERTIFICATE_NOT_TRUSTED,
                ServersProblem.OTHER_CLUSTER, ServersProblem.ADDRESS_IN_USE), outcomes.stream().map(DiscoveryTest::problem).toList());
        assertEquals(2, fixture.servers.callBridges().size());
        assertEquals(2, fixture.vault.size(), "no password of a bridge that was not added is kept");
    }

    @Test
    void allBridgesAreTriedSideBySide() {
        CountDownLatch both = new CountDownLatch(2);
        Script meeting = (request, out) -> {
            both.countDown();
            // Whoever is asked alone waits in vain and then misses its time.
            return awaited(both) && org.moothall.testkit.TlsServer.fixed(500, "text/plain", "").answer(request, out);
        };
        second.fault(meeting);
        third.fault(meeting);
        assertEquals(codes(ServersProblem.REFUSED_BY_BRIDGE, ServersProblem.REFUSED_BY_BRIDGE),
                fixture.servers.discovery().addRest(cluster).stream().map(DiscoveryTest::problem).toList());
    }

    @Test
    void aPinnedClustersFurtherBridgesArePinnedToWhatTheyShowFirst() throws InterruptedException {
        FakeCallBridge lone = fixture.bridge("lone");
        TestCertificates odd = TestCertificates.expired();
        FakeCallBridge other = fixture.bridge(odd, "other");
        ServersFixture.cluster("c3", lone, other);
        CallBridge added = fixture.servers.add(lone.asNew(new Trust(Trust.Mode.PINNED, valid.sha256(), null)));
        DiscoveryOutcome outcome = fixture.servers.discovery().addRest(added.cluster()).getFirst();
        assertEquals(odd.sha256(), Objects.requireNonNull(outcome.callBridge()).trust().sha256());
    }

    @Test
    void aClusterThatIsUnknownOrAwayIsAProblem() {
        assertEquals(CoreProblem.NOT_FOUND, assertThrows(ProblemException.class, () -> fixture.servers.discover(new ClusterId("x"))).problem().code());
        first.close();
        assertEquals(NetProblem.CONNECTION_REFUSED, assertThrows(ProblemException.class, () -> fixture.servers.discover(cluster)).problem().code());
    }

    private DiscoveryOutcome add(FakeCallBridge bridge, @Nullable String password) {
        return fixture.servers.discovery().add(cluster, List.of(choice(bridge, password))).getFirst();
    }

    private static Choice choice(FakeCallBridge bridge, @Nullable String password) {
        return new Choice(bridge.address(), null, null, password, null);
    }

    private static String problem(DiscoveryOutcome outcome) {
        DiscoveryOutcome.Failure failure = outcome.problem();
        assertEquals(failure == null, outcome.added());
        assertFalse(failure != null && failure.detail().isEmpty());
        return failure == null ? "" : failure.type();
    }

    private static List<String> codes(ProblemCode... codes) {
        return java.util.Arrays.stream(codes).map(code -> code == null ? "" : code.code()).toList();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(ServersFixture.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
