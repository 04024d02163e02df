package org.moothall.licensing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.licensing.ClusterLicences.Host;
import org.moothall.licensing.Feature;
import org.moothall.licensing.LicensingMode;
import org.moothall.licensing.UsageChart;
import org.moothall.licensing.UsageChart.Point;
import org.moothall.licensing.Used;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.ClusterId;
import org.moothall.store.Store;
import org.moothall.testkit.ManualClock;
import org.moothall.testkit.store.Engine;
import org.moothall.testkit.store.OnBothEngines;

/** Usage is read from every Call Bridge, whatever happens, the same on both stores. */
@OnBothEngines
class CollectionTest {

    private static final Duration BIN = Duration.ofMinutes(5);

    private final Store store;
    private final ManualClock clock = new ManualClock(Deployment.BEGIN.plus(Duration.ofHours(12)));
    private final FakeServers servers = new FakeServers();
    private final FakeCluster lab = new FakeCluster(clock, true);
    private final Deployment deployment;

    CollectionTest(Engine engine, @TempDir Path directory) {
        this.store = engine.open(directory);
        this.deployment = new Deployment("here", store, servers, clock);
        deployment.licensing.mode(LicensingMode.SMART_LICENSING);
    }

    @AfterEach
    void close() {
        deployment.close();
        store.close();
    }

    @Test
    void whatTwoBridgesUseIsAddedUp() {
        servers.add("lab", "a", lab.bridge("host-a"));
        servers.add("lab", "b", lab.bridge("host-b"));
        Instant at = clock.instant();
        tell("host-a", at, "smpFull=1.50", "rec=1.00");
        tell("host-b", at, "smpFull=0.50", "smpAud=6.00", "str=2.00");
        deployment.after(BIN.plusMinutes(1));
        assertEquals(List.of(new Point(at, new Used(0, 3, 3), 0)), points(at, 1, null));
    }

    @Test
    void usageOfTwoClustersIsSharedByTheDeployment() {
        FakeCluster other = new FakeCluster(clock, true);
        servers.add("lab", "a", lab.bridge("host-a"));
        servers.add("other", "c", other.bridge("host-c"));
        Instant at = clock.instant();
        tell("host-a", at, "pmp=2.00");
        other.tell("host-c", at, "pmp=3.00");
        deployment.after(BIN.plusMinutes(1));
        assertEquals(new Used(5, 0, 0), points(at, 1, null).getFirst().used());
        assertEquals(new Used(3, 0, 0), points(at, 1, new ClusterId("other")).getFirst().used());
    }

    @Test
    void afterAnOutageOfDaysWhatWasMissedIsReadAndWhatNobodyToldIsMarked() {
        servers.add("lab", "a", lab.bridge("host-a"));
        Instant begin = clock.instant();
        for (int i = 0; i < 3 * 288; i++) {
            if (i < 100 || i >= 110) {
                tell("host-a", begin.plus(BIN.multipliedBy(i)), "smpFull=2.00");
            }
        }
        deployment.after(Duration.ofSeconds(2));
        deployment.afterOutage(Duration.ofDays(3));
        List<Point> all = points(begin, 200, null);
        assertEquals(new Used(0, 2, 0), all.get(99).used());
        assertEquals(null, all.get(105).used());
        assertEquals(1, all.get(105).missing());
        assertEquals(new Used(0, 2, 0), all.get(110).used());
    }

    @Test
    void aBridgeThatWasAwayIsReadThroughAnotherThatKnowsItsHost() {
        FakeCluster.Bridge away = lab.bridge("host-b");
        servers.add("lab", "a", lab.bridge("host-a"));
        servers.add("lab", "b", away);
        Instant at = clock.instant();
        tell("host-a", at, "smpFull=1.00");
        tell("host-b", at, "smpFull=1.00");
        deployment.after(BIN.plusMinutes(1));
        away.away(true);
        Instant next = at.plus(BIN);
        tell("host-a", next, "smpFull=1.00");
        tell("host-b", next, "smpFull=4.00");
        deployment.after(BIN);
        assertEquals(new Used(0, 5, 0), points(next, 1, null).getFirst().used());
        assertTrue(hosts().stream().anyMatch(host -> host.callBridge() != null && host.problem() != null));
    }

    @Test
    void aHostThatIsNotConfiguredCountsAsLongAsItTells() {
        servers.add("lab", "a", lab.bridge("host-a"));
        lab.bridge("host-x");
        Instant at = clock.instant();
        tell("host-a", at, "smpFull=1.00");
        tell("host-x", at, "smpFull=2.00");
        tell("host-a", at.plus(BIN), "smpFull=1.00");
        deployment.after(BIN.multipliedBy(2).plusMinutes(1));
        assertEquals(List.of(new Point(at, new Used(0, 3, 0), 0), new Point(at.plus(BIN), new Used(0, 1, 0), 0)), points(at, 2, null));
    }

    @Test
    void bridgesThatAreCopiesAreToldApartAndNamed() {
        FakeCluster copy = new FakeCluster(clock, true);
        servers.add("lab", "a", lab.bridge("same"));
        servers.add("copy", "b", copy.bridge("same"));
        Instant at = clock.instant();
        tell("same", at, "smpFull=1.00");
        copy.tell("same", at, "smpFull=2.00");
        deployment.after(BIN.plusMinutes(1));
        assertEquals(new Used(0, 3, 0), points(at, 1, null).getFirst().used());
        assertTrue(deployment.notifications.keys().contains("licensing.clones:same"));
    }

    @Test
    void aBridgeWhoseClockIsWrongIsNotReadAndNamedUntilItIsRight() {
        FakeCluster.Bridge bridge = lab.bridge("host-a");
        servers.add("lab", "a", bridge);
        bridge.clockAhead(3_600);
        Instant at = clock.instant();
        tell("host-a", at, "smpFull=1.00");
        deployment.after(BIN.plusMinutes(1));
        assertEquals(null, points(at, 1, null).getFirst().used());
        assertTrue(String.valueOf(hosts().getFirst().problem()).contains("3600 seconds ahead"));
        assertTrue(deployment.notifications.keys().contains("licensing.unread:a"));
        bridge.clockAhead(0);
        deployment.after(BIN);
        assertEquals(new Used(0, 1, 0), points(at, 1, null).getFirst().used());
        assertFalse(deployment.notifications.keys().contains("licensing.unread:a"));
    }

    @Test
    void figuresThatAreNoneAreRefusedWithTheReasonAndTheRestIsTaken() {
        servers.add("lab", "a", lab.bridge("host-a"));
        Instant at = clock.instant();
        tell("host-a", at, "smpFull=1.00", "somethingNew=yes");
        tell("host-a", at.plusSeconds(20), "smpFull=-1.00");
        tell("host-a", at.plusSeconds(30), "smpFull=NaN");
        deployment.after(BIN.plusMinutes(1));
        assertEquals(new Used(0, 1, 0), points(at, 1, null).getFirst().used());
        deployment.after(BIN);
        assertEquals(1, hosts().size());
    }

    @Test
    void aHostThatStopsTellingMarksEveryBin() {
        servers.add("lab", "a", lab.bridge("host-a"));
        Instant at = clock.instant();
        tell("host-a", at, "smpFull=1.00");
        deployment.after(BIN.multipliedBy(4));
        assertEquals(List.of(0, 1, 1), points(at, 3, null).stream().map(Point::missing).toList());
    }

    @Test
    void whoIsRemovedIsNotExpectedAnyMore() {
        servers.add("lab", "a", lab.bridge("host-a"));
        servers.add("lab", "b", lab.bridge("host-b"));
        Instant at = clock.instant();
        for (int i = 0; i < 9; i++) {
            tell("host-a", at.plus(BIN.multipliedBy(i)), "smpFull=1.00");
        }
        tell("host-b", at, "smpFull=1.00");
        deployment.after(BIN);
        servers.remove(new CallBridgeId("b"));
        deployment.after(BIN.multipliedBy(4));
        assertEquals(List.of(0, 0, 0), points(at.plus(BIN), 3, null).stream().map(Point::missing).toList());
    }

    @Test
    void onlyOneOfTwoServersOnOneStoreReads() {
        FakeCluster.Bridge bridge = lab.bridge("host-a");
        servers.add("lab", "a", bridge);
        deployment.buy(0, 10, 0, false);
        try (Deployment second = new Deployment("there", store, servers, clock)) {
            int written = bridge.written.size();
            clock.advance(Duration.ofMinutes(1));
            second.licensing.roundNow();
            assertEquals(written, bridge.written.size());
            assertEquals(deployment.now(Feature.MEETINGS), second.now(Feature.MEETINGS));
        }
    }

    @Test
    void binsAndPeaksStayWhenRawReportsAreDeleted() {
        servers.add("lab", "a", lab.bridge("host-a"));
        Instant at = clock.instant();
        tell("host-a", at, "smpFull=7.00");
        deployment.after(BIN.plusMinutes(1));
        deployment.afterOutage(Duration.ofDays(200));
        assertEquals(new Used(0, 7, 0), points(at, 1, null).getFirst().used());
        UsageChart days = deployment.licensing.usage(Deployment.BEGIN, Deployment.BEGIN.plus(Duration.ofDays(2)), null);
        assertEquals(new Used(0, 7, 0), days.points().getFirst().used());
        assertEquals(null, days.points().get(1).used());
    }

    private void tell(String host, Instant at, String... figures) {
        lab.tell(host, at, figures);
    }

    private List<Host> hosts() {
        return deployment.licensing.status(null).clusters().getFirst().hosts();
    }

    private List<Point> points(Instant from, int bins, @Nullable ClusterId cluster) {
        return deployment.licensing.usage(from, from.plus(BIN.multipliedBy(bins)), cluster).points();
    }
}
