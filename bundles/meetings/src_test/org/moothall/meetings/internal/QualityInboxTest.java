package org.moothall.meetings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.moothall.meetings.internal.RoomFixture.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moothall.core.PageRequest;
import org.moothall.core.ProblemException;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.Participant;
import org.moothall.meetings.Quality;
import org.moothall.meetings.Quality.By;
import org.moothall.meetings.Quality.Group;
import org.moothall.meetings.Quality.Query;
import org.moothall.meetings.Quality.Thresholds;
import org.moothall.meetings.QualityLeg;
import org.moothall.meetings.QualityLeg.Alarm;
import org.moothall.meetings.internal.quality.QualityWatch;

/** Who is badly connected is found by one cheap list a bridge, told for how long and why, and gone when it is well. */
class QualityInboxTest extends ActionsRules {

    private static final Query ALL = new Query(null, null, null, "");
    private static final Duration LOOK = Duration.ofSeconds(Thresholds.USUAL.everySeconds());

    private @Nullable QualityWatch watch;

    @BeforeEach
    void openInbox() {
        watch = new QualityWatch(new RoomBridges(it().room), it().store, it().events, it().executors, it().clock);
    }

    @AfterEach
    void closeInbox() {
        inbox().close();
    }

    private QualityWatch inbox() {
        return Objects.requireNonNull(watch);
    }

    @Test
    void aLegIsListedOnlyWhenItPassedAThresholdForLongerThanIsAllowed() {
        ScriptedBridge bridge = it().bridge("one");
        meeting(bridge, "c1", 0, 2);
        bad(bridge, "c1-p0", "7.5");
        look(bridge);
        assertEquals(List.of(), legs(ALL), "bad, but only just");
        it().advanceUntil(() -> legs(ALL).size() == 1);
        QualityLeg leg = legs(ALL).get(0);
        assertEquals(List.of(Alarm.PACKET_LOSS), leg.alarms());
        assertEquals("Person 0 of Board on one", leg.name() + " of " + leg.meetingName() + " on " + leg.callBridge());
        assertFalse(leg.since().plusSeconds(30).isAfter(it().clock.instant()));
    }

    @Test
    void theReasonSaysInWordsWhatIsBadOfWhichStreamAndForHowLong() {
        ScriptedBridge bridge = it().bridge("one");
        meeting(bridge, "c1", 0, 1);
        bad(bridge, "c1-p0", "7.5");
        bridge.put("callLegs/c1-p0", "status/txAudio/jitter", "55", "status/rxAudio/jitter", "12");
        it().advanceUntil(() -> legs(ALL).size() == 1);
        QualityLeg leg = legs(ALL).get(0);
        long seconds = Duration.between(leg.since(), it().clock.instant()).toSeconds();
        assertEquals("packet loss 7.5 % received video for " + seconds + " s; jitter 55 ms sent audio for " + seconds + " s", leg.reason());
        assertEquals("7.5 55 80", leg.loss() + " " + leg.jitter() + " " + leg.roundTrip());
    }

    @Test
    void aLegLeavesTheInboxWithTheFirstLookThatFindsItWell() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 1);
        bad(bridge, "c1-p0", "7.5");
        it().advanceUntil(() -> legs(ALL).size() == 1);
        await(() -> told().equals(List.of(Quality.LEG_CHANGED))); // told just after it is shown
        assertEquals(board.value(), it().events.events().stream().filter(e -> e.type().equals(Quality.LEG_CHANGED)).findFirst().orElseThrow().subject());
        bridge.without("callLegs/c1-p0", "alarms");
        it().advanceUntil(() -> legs(ALL).isEmpty());
        await(() -> told().equals(List.of(Quality.LEG_CHANGED, Quality.LEG_CLEARED)));
    }

    @Test
    void detailsAreReadOfListedLegsOnlyAndTheListOncePerLook() {
        ScriptedBridge bridge = it().bridge("one");
        meeting(bridge, "c1", 0, 3);
        bad(bridge, "c1-p1", "7.5");
        look(bridge);
        await(() -> bridge.asked.contains("GET callLegs/c1-p1"));
        long lists = lists(bridge);
        assertFalse(bridge.asked.contains("GET callLegs/c1-p0"));
        it().advance(LOOK.dividedBy(2));
        assertEquals(lists, lists(bridge), "not before its time");
    }

    @Test
    void whatTheBridgeMarksButIsWithinOurThresholdsIsNotListed() {
        ScriptedBridge bridge = it().bridge("one");
        meeting(bridge, "c1", 0, 1);
        inbox().thresholds(new Thresholds(8, 60, 400, 0, 1));
        bad(bridge, "c1-p0", "7.5");
        look(bridge);
        await(() -> bridge.asked.contains("GET callLegs/c1-p0"));
        look(bridge);
        assertEquals(List.of(), legs(ALL));
        inbox().thresholds(new Thresholds(5, 60, 400, 0, 1));
        it().advanceUntil(() -> legs(ALL).size() == 1);
        assertEquals("lossPercent", refused(() -> inbox().thresholds(new Thresholds(101, 60, 400, 0, 1))));
        assertEquals("everySeconds", refused(() -> inbox().thresholds(new Thresholds(1, 60, 400, 0, 0))));
        assertThrows(ProblemException.class, () -> inbox().thresholds(new Thresholds(Double.NaN, 60, 400, 0, 1)));
        assertEquals(5, inbox().thresholds().lossPercent());
    }

    @Test
    void theInboxIsGroupedAndFilteredByBridgeAndBySubnet() {
        inbox().thresholds(new Thresholds(2, 60, 400, 0, 1));
        ScriptedBridge one = it().bridge("one");
        ScriptedBridge two = it().bridge("two");
        meeting(one, "c1", 0, 3);
        meeting(two, "c2", 0, 1);
        it().send(one, "s1", Cdr.legUpdate(7, "c1-p0", "c1", "<remoteAddress>192.0.2.7</remoteAddress>"),
                Cdr.legUpdate(8, "c1-p1", "c1", "<remoteAddress>192.0.2.200</remoteAddress>"),
                Cdr.legUpdate(9, "c1-p2", "c1", "<remoteAddress>2001:db8:1:2::9</remoteAddress>"));
        List.of("c1-p0", "c1-p1", "c1-p2").forEach(leg -> bad(one, leg, "3"));
        bad(two, "c2-p0", "3");
        it().advanceUntil(() -> legs(ALL).size() == 4 && legs(ALL).stream().filter(leg -> leg.subnet() != null).count() == 3);
        assertEquals(List.of(new Group("one", 3), new Group("two", 1)), inbox().groups(ALL, By.CALL_BRIDGE));
        assertEquals(List.of(new Group("192.0.2.0/24", 2), new Group("", 1), new Group("2001:db8:1:2::/64", 1)), inbox().groups(ALL, By.SUBNET));
        assertEquals(2, legs(new Query(null, null, "192.0.2.0/24", "")).size());
        assertEquals(1, legs(new Query("lab", "two", null, "")).size());
        assertEquals(0, legs(new Query("elsewhere", null, null, "")).size());
        assertEquals(1, legs(new Query(null, "one", null, "pers 2")).size());
        assertEquals(4, legs(new Query(null, null, null, "boa")).size());
    }

    @Test
    void thePageSaysHowManyThereAreAndGoesOnWithTheNext() {
        inbox().thresholds(new Thresholds(2, 60, 400, 0, 1));
        ScriptedBridge bridge = it().bridge("one");
        meeting(bridge, "c1", 0, 3);
        List.of("c1-p0", "c1-p1", "c1-p2").forEach(leg -> bad(bridge, leg, "3"));
        it().advanceUntil(() -> legs(ALL).size() == 3);
        var first = inbox().find(ALL, new PageRequest(2, null));
        assertEquals(3, first.total());
        assertEquals(List.of("Person 0", "Person 1"), first.items().stream().map(QualityLeg::name).toList());
        assertEquals(List.of("Person 2"), inbox().find(ALL, new PageRequest(2, first.next())).items().stream().map(QualityLeg::name).toList());
    }

    @Test
    void theQualityOfParticipantsFollowsTheAlarmsOfTheBridgeWithinOneLook() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 1);
        bad(bridge, "c1-p0", "7.5");
        it().advanceUntil(() -> quality(board) == Participant.Quality.POOR);
        bridge.without("callLegs/c1-p0", "alarms");
        it().advanceUntil(() -> quality(board) == Participant.Quality.GOOD);
    }

    @Test
    void aBridgeThatCannotBeReadOrIsFollowedNoMoreHasNothingInTheInbox() {
        inbox().thresholds(new Thresholds(2, 60, 400, 0, 1));
        ScriptedBridge bridge = it().bridge("one");
        meeting(bridge, "c1", 0, 1);
        bad(bridge, "c1-p0", "7.5");
        it().advanceUntil(() -> legs(ALL).size() == 1);
        bridge.refuse("LIST callLegs", "databaseNotReady");
        it().advanceUntil(() -> legs(ALL).isEmpty());
        bridge.refuse("LIST callLegs", "");
        it().advanceUntil(() -> legs(ALL).size() == 1);
        it().servers.manageMeetings(false);
        it().advanceUntil(() -> legs(ALL).isEmpty());
        await(() -> told().equals(List.of(Quality.LEG_CHANGED, Quality.LEG_CLEARED, Quality.LEG_CHANGED, Quality.LEG_CLEARED)));
    }

    private Participant.Quality quality(MeetingId meeting) {
        return it().meetings.participants(meeting, "", PageRequest.first()).items().get(0).quality();
    }

    private List<QualityLeg> legs(Query query) {
        return inbox().find(query, PageRequest.first()).items();
    }

    private List<String> told() {
        return it().events.types().stream().filter(type -> type.startsWith("meetings.quality")).toList();
    }

    /** Time passes until the bridge has been looked at once more. */
    private void look(ScriptedBridge bridge) {
        long before = lists(bridge);
        it().advanceUntil(() -> lists(bridge) > before);
    }

    private static long lists(ScriptedBridge bridge) {
        return count(bridge, "LIST callLegs alarms=all");
    }

    private static void bad(ScriptedBridge bridge, String leg, String loss) {
        bridge.put("callLegs/" + leg, "type", "sip", "groupId", leg, "alarms/packetLoss", "", "status/rxVideo@main/packetLossPercentage", loss,
                "status/rxAudio/packetLossPercentage", "0.1", "status/txVideo@main/roundTripTime", "80");
    }
}
