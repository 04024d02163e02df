package org.moothall.servers.internal.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.moothall.core.Problem;
import org.moothall.core.ProblemCode;
import org.moothall.core.Trust;
import org.moothall.net.NetProblem;
import org.moothall.notifications.Condition;
import org.moothall.notifications.Severity;
import org.moothall.servers.CallBridge.Alarm;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.ClusterId;
import org.moothall.servers.Health;
import org.moothall.servers.LinkState;
import org.moothall.servers.ServersProblem;
import org.moothall.servers.internal.Address;
import org.moothall.servers.internal.store.BridgeRow;

@NonNullByDefault({})
class JudgementTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final BridgeHealth.Link CONNECTED = new BridgeHealth.Link(LinkState.CONNECTED, null);
    private static final BridgeRow BRIDGE = new BridgeRow(new CallBridgeId("b1"), new ClusterId("c1"), "London 1", "london1", "g1", new Address("bridge1", 445),
            "api",
            new Trust(Trust.Mode.CHAIN, null, null), 1);

    @Test
    void aBridgeThatWasNeverAskedIsUnknownAndNothingIsRaised() {
        Judgement judgement = judge(BridgeHealth.unknown(CONNECTED, CONNECTED));
        assertEquals(Health.UNKNOWN, judgement.status().health());
        assertTrue(judgement.conditions().isEmpty());
    }

    @Test
    void aBridgeThatAnswersIsWell() {
        Judgement judgement = judge(well(0));
        assertEquals(Health.OK, judgement.status().health());
        assertEquals(25, judgement.status().mediaProcessingLoad());
        assertNull(judgement.status().message());
    }

    @Test
    void oneRefusedConnectionIsNoAlarmTheSecondIs() {
        BridgeHealth once = well(0).failed(problem(NetProblem.CONNECTION_REFUSED));
        assertEquals(Health.OK, judge(once).status().health());
        BridgeHealth twice = once.failed(problem(NetProblem.CONNECTION_REFUSED));
        Judgement down = judge(twice);
        assertEquals(Health.ERROR, down.status().health());
        assertEquals(List.of("servers.not-responding:b1"), keys(down));
        assertEquals(Severity.ERROR, down.conditions().getFirst().severity());
        assertEquals("London 1 (bridge1:445) is not responding", down.conditions().getFirst().message());
    }

    @Test
    void aTimeoutOrARefusalOfCredentialsOrCertificateCountsAtOnce() {
        assertEquals(List.of("servers.not-responding:b1"), keys(judge(well(0).failed(problem(NetProblem.TIMEOUT)))));
        assertEquals(List.of("servers.credentials-refused:b1"), keys(judge(well(0).failed(problem(ServersProblem.CREDENTIALS_REFUSED)))));
        assertEquals(List.of("servers.certificate:b1"), keys(judge(well(0).failed(problem(NetProblem.CERTIFICATE_CHANGED)))));
        assertEquals(List.of("servers.certificate:b1"), keys(judge(well(0).failed(problem(NetProblem.CERTIFICATE_NOT_TRUSTED)))));
    }

    @Test
    void whatComesBackIsWellAgainAtOnce() {
        BridgeHealth back = well(0).failed(problem(NetProblem.TIMEOUT)).answered(reading(0, List.of()), null, NOW);
        assertEquals(Health.OK, judge(back).status().health());
        assertTrue(judge(back).conditions().isEmpty());
    }

    @Test
    void aBridgeThatIsAwayDoesNotAlsoComplainOfItsLinks() {
        BridgeHealth away = well(0).withCdr(new BridgeHealth.Link(LinkState.FAILED, null)).withEvents(new BridgeHealth.Link(LinkState.FAILED, null))
                .failed(problem(NetProblem.TIMEOUT));
        assertEquals(List.of("servers.not-responding:b1"), keys(judge(away)));
    }

    @Test
    void brokenLinksMakeABridgeWorseAndSayWhyButAreRaisedByWhoeverKeepsThem() {
        BridgeHealth broken = well(0).withCdr(new BridgeHealth.Link(LinkState.FAILED, "All places are taken."))
                .withEvents(new BridgeHealth.Link(LinkState.CONNECTING, null));
        Judgement judgement = judge(broken);
        assertTrue(keys(judgement).isEmpty());
        assertEquals(Health.WARNING, judgement.status().health());
        assertEquals("Call detail records of London 1 (bridge1:445) do not arrive. All places are taken.", judgement.status().message());
        assertEquals(Health.OK, judge(broken.withCdr(CONNECTED)).status().health());
    }

    @Test
    void aClockMoreThanFiveSecondsOffIsToldUntilItIsLessThanFour() {
        assertTrue(keys(judge(well(5_000))).isEmpty());
        Judgement off = judge(well(5_600));
        assertEquals(List.of("servers.clock:b1"), keys(off));
        assertTrue(off.conditions().getFirst().message().contains("5.6 seconds ahead"), off.conditions().getFirst().message());
        assertEquals(List.of("servers.clock:b1"), keys(Judgement.of(BRIDGE, well(-4_500), Set.of("servers.clock:b1"), NOW)));
        assertTrue(keys(Judgement.of(BRIDGE, well(-3_900), Set.of("servers.clock:b1"), NOW)).isEmpty());
    }

    @Test
    void aCertificateIsToldThirtyDaysBeforeItExpires() {
        assertTrue(keys(judge(expiring(Duration.ofDays(31)))).isEmpty());
        Judgement soon = judge(expiring(Duration.ofDays(29).plusHours(1)));
        assertEquals(List.of("servers.certificate-expiry:b1"), keys(soon));
        assertTrue(soon.conditions().getFirst().message().contains("in 29 days"), soon.conditions().getFirst().message());
        assertTrue(judge(expiring(Duration.ofDays(-1))).conditions().getFirst().message().contains("expired on 2026-03-01"));
    }

    @Test
    void eachAlarmOfTheBridgeIsAWarningOfItsOwn() {
        Alarm database = new Alarm("databaseConnectionError", 12, null);
        Alarm recorder = new Alarm("recorderUnavailable", 3, "recorder: r1");
        Judgement judgement = judge(BridgeHealth.unknown(CONNECTED, CONNECTED).answered(reading(0, List.of(database, recorder)), null, NOW));
        assertEquals(Health.WARNING, judgement.status().health());
        assertEquals(List.of("servers.alarm-databaseConnectionError:b1", "servers.alarm-recorderUnavailable:b1"), keys(judgement));
        assertEquals("London 1 (bridge1:445) reports: recorder unavailable (recorder: r1)", judgement.conditions().get(1).message());
    }

    @Test
    void everyProblemHasWordsForPeople() {
        for (ProblemCode code : List.<ProblemCode>of(NetProblem.values()[0], NetProblem.BROKEN, NetProblem.NOT_UNDERSTOOD, NetProblem.ANSWER_TOO_LARGE,
                ServersProblem.REFUSED_BY_BRIDGE, ServersProblem.NOT_A_CALL_BRIDGE)) {
            Condition condition = judge(well(0).failed(problem(code)).failed(problem(code))).conditions().getFirst();
            assertTrue(condition.message().startsWith("London 1") && !condition.remedy().isBlank() && !condition.explanation().isBlank(), condition.toString());
        }
    }

    private static BridgeHealth well(long clockMillis) {
        return BridgeHealth.unknown(CONNECTED, CONNECTED).answered(reading(clockMillis, List.of()), null, NOW);
    }

    private static BridgeHealth expiring(Duration in) {
        return BridgeHealth.unknown(CONNECTED, CONNECTED).answered(reading(0, List.of()), NOW.plus(in), NOW);
    }

    private static Reading reading(long clockMillis, List<Alarm> alarms) {
        return new Reading("3.8", 100L, 4, 25, alarms, "cl", new ClockOffset(clockMillis, clockMillis));
    }

    private static Problem problem(ProblemCode code) {
        return Problem.of(code, "what to do");
    }

    private static Judgement judge(BridgeHealth health) {
        return Judgement.of(BRIDGE, health, Set.of(), NOW);
    }

    private static List<String> keys(Judgement judgement) {
        return judgement.conditions().stream().map(Condition::key).collect(Collectors.toList());
    }
}
