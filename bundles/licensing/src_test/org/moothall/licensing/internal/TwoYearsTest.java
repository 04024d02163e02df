package org.moothall.licensing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.licensing.Enforcement.Level;
import org.moothall.licensing.Explanation;
import org.moothall.licensing.Feature;
import org.moothall.licensing.LicenceStatus;
import org.moothall.licensing.Licensing;
import org.moothall.licensing.LicensingMode;
import org.moothall.licensing.LicensingStatus;
import org.moothall.store.Store;
import org.moothall.testkit.ManualClock;
import org.moothall.testkit.store.Engine;

/** A deployment lives through two years: trial, purchase, growth, overuse, each alarm on its day, purchase, recovery. */
class TwoYearsTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final Store store;
    private final ManualClock clock = new ManualClock(Deployment.BEGIN.plus(Duration.ofHours(1)));
    private final FakeServers servers = new FakeServers();
    private final FakeCluster cluster = new FakeCluster(clock, true);
    private final FakeCluster.Bridge bridge = cluster.bridge("host");
    private final Deployment deployment;

    TwoYearsTest(@TempDir Path directory) {
        store = Engine.SQLITE.open(directory);
        servers.add("lab", "a", bridge);
        deployment = new Deployment("here", store, servers, clock);
    }

    @AfterEach
    void close() {
        deployment.close();
        store.close();
    }

    @Test
    void fromTrialToRecovery() {
        // First contact: nothing is bought, 90 days are given (B.3), and they count down.
        deployment.licensing.mode(LicensingMode.SMART_LICENSING);
        assertStatus(LicenceStatus.UNLICENSED, Level.ALARM_1, 90);
        // The trial includes everything; after its 90 days enforcement is active at once (19.2).
        deployment.licensing.startTrial(Feature.MEETINGS, "anna");
        days(89, 5, 30);
        assertStatus(LicenceStatus.IN_COMPLIANCE, Level.NONE, null);
        assertEquals(LicenceStatus.LICENSED, deployment.now(Feature.CUSTOMIZATION).status());
        assertEquals("meetings", cluster.trials.keySet().iterator().next());
        days(1, 5);
        assertStatus(LicenceStatus.UNLICENSED, Level.ALARM_2, 90);
        assertEquals(Level.NOT_AVAILABLE, deployment.now(Feature.CUSTOMIZATION).enforcement().level());
        // Purchase: what was used in the trial is not held against anybody.
        deployment.buy(0, 10, 0, false);
        assertStatus(LicenceStatus.IN_COMPLIANCE, Level.NONE, null);
        assertEquals(today().plusDays(90), held());
        // Growth: exactly 80 % is in compliance, more is not.
        days(10, 8);
        assertStatus(LicenceStatus.IN_COMPLIANCE, Level.NONE, null);
        days(1, 9);
        assertStatus(LicenceStatus.OVER_80_PERCENT, Level.NONE, null);
        // Over: 14 days are insufficient, and expiry is refreshed still.
        days(14, 12);
        assertStatus(LicenceStatus.INSUFFICIENT_LICENCES, Level.NONE, null);
        assertEquals(today().plusDays(90), held());
        // The 15th day: out of compliance, and the countdown begins.
        days(1, 12);
        assertStatus(LicenceStatus.OUT_OF_COMPLIANCE, Level.ALARM_1, 89);
        LocalDate expiry = held();
        Instant fifteenth = clock.instant();
        days(88, 12, 20);
        assertStatus(LicenceStatus.OUT_OF_COMPLIANCE, Level.ALARM_1, 1);
        assertEquals(expiry, held());
        days(1, 12);
        assertStatus(LicenceStatus.OUT_OF_COMPLIANCE, Level.ALARM_2, 90);
        days(89, 12, 20);
        assertStatus(LicenceStatus.OUT_OF_COMPLIANCE, Level.ALARM_2, 1);
        days(1, 12);
        assertStatus(LicenceStatus.OUT_OF_COMPLIANCE, Level.ALARM_3, null);
        assertTrue(deployment.notifications.keys().contains("licensing.enforcement:meetings"));
        // Purchase: all is well at once.
        deployment.buy(0, 20, 0, false);
        assertStatus(LicenceStatus.IN_COMPLIANCE, Level.NONE, null);
        assertEquals(today().plusDays(90), held());
        // Two years are over; what was said then is said again of then.
        days(730 - 296, 12, 45);
        assertStatus(LicenceStatus.IN_COMPLIANCE, Level.NONE, null);
        LicensingStatus then = deployment.licensing.status(fifteenth);
        assertEquals(LicenceStatus.OUT_OF_COMPLIANCE, then.of(Feature.MEETINGS).status());
        assertEquals(Level.ALARM_1, then.of(Feature.MEETINGS).enforcement().level());
        Explanation why = deployment.licensing.explain(Feature.MEETINGS, fifteenth);
        assertEquals(15, why.days().stream().filter(Explanation.Day::counts).count());
        assertEquals("out-of-compliance", why.rule().code());
        assertEquals(List.of(12.0, 12.0, 12.0), why.days().getLast().bins().stream().map(bin -> bin.smoothed().smpPlus()).toList());
        assertEquals("lab", why.days().getLast().bins().getFirst().clusters().getFirst().cluster().value());
        assertTrue(deployment.events.types().contains(Licensing.STATUS_CHANGED));
    }

    @Test
    void aClusterThatIsNotReachedForNinetyDaysExpiresAndIsWellWhenItIsBack() {
        deployment.buy(0, 10, 0, false);
        bridge.away(true);
        days(89, 1, 30);
        assertStatus(LicenceStatus.IN_COMPLIANCE, Level.NONE, null);
        days(1, 1);
        assertStatus(LicenceStatus.IN_COMPLIANCE, Level.ALARM_2, 90);
        bridge.away(false);
        deployment.afterOutage(Duration.ofMinutes(5));
        assertStatus(LicenceStatus.IN_COMPLIANCE, Level.NONE, null);
    }

    @Test
    void expiryIsPushedWithinFiveMinutesAndRefreshedOnceADay() {
        deployment.buy(0, 10, 0, false);
        assertEquals(1, bridge.written.size());
        deployment.after(Duration.ofMinutes(10));
        deployment.afterOutage(Duration.ofHours(22));
        assertEquals(1, bridge.written.size());
        deployment.afterOutage(Duration.ofHours(24));
        assertEquals(2, bridge.written.size());
    }

    @Test
    void onAnotherVendorsClusterLicencesAreReadAndNeverWritten() {
        FakeCluster foreign = new FakeCluster(clock, false);
        foreign.licences.put("callBridge", today().plusDays(7).toString());
        FakeCluster.Bridge far = foreign.bridge("far");
        servers.add("foreign", "f", far);
        deployment.buy(0, 10, 0, false);
        deployment.afterOutage(DAY);
        assertEquals(List.of(), far.written);
        LicensingStatus status = deployment.licensing.status(null);
        assertEquals(List.of(true, false), status.clusters().stream().map(view -> view.settable()).toList());
        assertEquals(Deployment.BEGIN.atZone(ZoneOffset.UTC).toLocalDate().plusDays(7), status.clusters().get(1).features().getFirst().expires());
    }

    @Test
    void untilAModeIsChosenNothingIsSetAndNobodyIsWarned() {
        days(3, 5);
        assertEquals(List.of(), bridge.written);
        assertEquals(List.of(), deployment.notifications.keys());
        assertNotEquals(null, deployment.licensing.usage(Deployment.BEGIN, clock.instant(), null).points().getFirst().used());
    }

    @Test
    void aTrialElsewhereForbidsOneHere() {
        cluster.trials.put("meetings", "2025-01-01");
        deployment.licensing.mode(LicensingMode.SMART_LICENSING);
        deployment.after(Duration.ofMinutes(5));
        assertEquals("A cluster has been in a trial of this kind before: lab.", deployment.now(Feature.MEETINGS).trial().reason());
        assertTrue(deployment.now(Feature.CUSTOMIZATION).trial().offered());
    }

    /** So many days go by, each with a quarter of an hour of so many full meetings at ten in the morning. */
    private void days(int count, int meetings) {
        days(count, meetings, 1);
    }

    /** The same, with the server on only every so many days: it catches up. */
    private void days(int count, int meetings, int step) {
        for (int i = 1; i <= count; i++) {
            clock.advance(DAY);
            Instant ten = today().atStartOfDay(ZoneOffset.UTC).toInstant().minus(DAY).plus(Duration.ofHours(10));
            for (int minutes = 0; minutes < 15; minutes += 5) {
                cluster.tell("host", ten.plus(Duration.ofMinutes(minutes)), "smpFull=" + meetings + ".00");
            }
            if (i % step == 0 || i == count) {
                deployment.licensing.roundNow();
            }
        }
    }

    private void assertStatus(LicenceStatus status, Level level, @Nullable Integer days) {
        assertEquals(status, deployment.now(Feature.MEETINGS).status(), () -> clock.instant().toString());
        assertEquals(level, deployment.now(Feature.MEETINGS).enforcement().level(), () -> clock.instant() + " " + cluster.licences);
        assertEquals(days, deployment.now(Feature.MEETINGS).enforcement().days(), () -> clock.instant() + " " + cluster.licences);
    }

    private LocalDate held() {
        return LocalDate.parse(String.valueOf(cluster.licences.get("callBridge")));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
