package org.moothall.meetings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.meetings.internal.RoomFixture.await;

import java.util.List;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moothall.core.PageRequest;
import org.moothall.meetings.LockMode;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.OperatorActions.MeetingChange;
import org.moothall.meetings.OperatorActions.MeetingOutcomes;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ParticipantId;
import org.moothall.meetings.internal.attendant.Attendant;

/** What we do in meetings by ourselves: roles where there is a lobby, the preset layout for those who join. */
class AttendantTest extends ActionsRules {

    private static final ParticipantChange LET_IN = new ParticipantChange(null, null, null, null, false);

    private @Nullable Attendant attendant;

    @BeforeEach
    void beginToAttend() {
        attendant = new Attendant(new RoomGround(it().room), new RoomBridges(it().room), it().actions, it().events, it().executors);
    }

    @AfterEach
    void endToAttend() {
        Objects.requireNonNull(attendant).close();
    }

    @Test
    void whoMayLetOthersInIsShownPerPersonWhereAMeetingHasALobby() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 3);
        bridge.put("participants/c1-p0", "call", "c1", "isActivator", "true");
        bridge.put("participants/c1-p1", "call", "c1", "isActivator", "false");
        wait(bridge, "c1-p2", 7);
        it().advanceUntil(() -> Boolean.TRUE.equals(role(board, "c1-p0")) && Boolean.FALSE.equals(role(board, "c1-p1")));
        assertEquals(1, count(bridge, "GET participants/c1-p0"), "each is asked once");
        assertEquals(0, count(bridge, "GET participants/c1-p2"), "who waits cannot let others in");
    }

    @Test
    void lettingInNeedsAConnectedActivatorNotJustSomebody() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 2);
        bridge.put("participants/c1-p0", "call", "c1", "isActivator", "false");
        wait(bridge, "c1-p1", 5);
        it().advanceUntil(() -> Boolean.FALSE.equals(role(board, "c1-p0")));
        var refused = it().actions.change(board, List.of(new ParticipantId("c1-p1")), LET_IN).outcomes().get(0);
        assertTrue(String.valueOf(refused.problem()).contains("an activator has to join first"));
        bridge.put("participants/c1-p9", "call", "c1", "isActivator", "true");
        it().send(bridge, "s1", Cdr.legStart(6, "c1-p9", "c1", "Chair"));
        it().advanceUntil(() -> Boolean.TRUE.equals(role(board, "c1-p9")));
        assertTrue(it().actions.change(board, List.of(new ParticipantId("c1-p1")), LET_IN).outcomes().get(0).done());
    }

    @Test
    void thePresetLayoutIsForThoseToComeOnceAndNotForWhoIsThere() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 1);
        MeetingOutcomes set = preset(board, "stacked");
        assertTrue(set.outcomes().get(0).done());
        await(() -> "stacked".equals(it().meetings.find(board).orElseThrow().newcomersLayout()));
        it().advance(java.time.Duration.ofSeconds(2));
        settle();
        it().send(bridge, "s1", Cdr.legStart(3, "c1-p1", "c1", "Newcomer"));
        it().advanceUntil(() -> given(bridge, "c1-p1") == 1);
        assertEquals(0, given(bridge, "c1-p0"));
        it().send(bridge, "s1", Cdr.legUpdate(5, "c1-p1", "c1", "<canMove>false</canMove>"));
        await(() -> it().meetings.participants(board, "", PageRequest.first()).items().stream().anyMatch(p -> !p.canMove()));
        it().send(bridge, "s1", Cdr.legStart(6, "c1-p2", "c1", "Next"));
        it().advanceUntil(() -> given(bridge, "c1-p2") == 1);
        assertEquals(1, given(bridge, "c1-p1"), "their own later choice stays");
    }

    @Test
    void thePresetLayoutIsUndoneAndRefusedWhenItIsNone() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 1);
        String undo = Objects.requireNonNull(preset(board, "stacked").undo());
        await(() -> "stacked".equals(it().meetings.find(board).orElseThrow().newcomersLayout()));
        it().actions.undo(board, undo);
        await(() -> it().meetings.find(board).orElseThrow().newcomersLayout() == null);
        assertEquals("newcomersLayout", refused(() -> preset(board, "mosaic")));
        assertFalse(bridge.asked.stream().anyMatch(text -> text.startsWith("PUT calls")), "the Meeting Server is not asked");
    }

    @Test
    void microsoftClientsKeepTheirLayout() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 1);
        preset(board, "stacked");
        await(() -> "stacked".equals(it().meetings.find(board).orElseThrow().newcomersLayout()));
        it().advance(java.time.Duration.ofSeconds(2));
        settle();
        it().send(bridge, "s1", Cdr.legStart(3, "c1-p1", "c1", "Newcomer").replace("<type>sip</type>", "<type>sip</type><subType>lync</subType>"),
                Cdr.legStart(5, "c1-p2", "c1", "Other"));
        it().advanceUntil(() -> given(bridge, "c1-p2") == 1);
        assertEquals(0, given(bridge, "c1-p1"));
    }

    @Test
    void theNearestCallProfileThatSaysItTellsInWhichModeAMeetingIsLocked() {
        ScriptedBridge bridge = it().bridge("one");
        bridge.put("coSpaces/room", "tenant", "house", "callProfile", "plain");
        bridge.put("tenants/house", "callProfile", "strict");
        bridge.put("callProfiles/plain", "participantLimit", "20");
        bridge.put("callProfiles/strict", "lockMode", "needsActivation");
        bridge.put("system/profiles", "callProfile", "open");
        bridge.put("callProfiles/open", "lockMode", "all");
        MeetingId board = meetingIn(bridge, "room");
        assertNull(mode(board), "it is not locked");
        lock(bridge, true);
        it().advanceUntil(() -> mode(board) == LockMode.NEEDS_ACTIVATION);
        lock(bridge, false);
        it().advanceUntil(() -> mode(board) == null);
        bridge.put("callProfiles/plain", "lockMode", "all");
        lock(bridge, true);
        it().advanceUntil(() -> mode(board) == LockMode.ALL);
        assertEquals(2, count(bridge, "GET coSpaces/room"), "asked once for each lock");
    }

    @Test
    void aLockKeepsEverybodyWaitingWhereNothingIsConfigured() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meetingIn(bridge, "gone");
        lock(bridge, true);
        it().advanceUntil(() -> mode(board) == LockMode.ALL);
    }

    private MeetingId meetingIn(ScriptedBridge bridge, String space) {
        it().send(bridge, "s1", Cdr.callStart(0, "c1", "Board").replace("<callType>", "<coSpace>" + space + "</coSpace><callType>"),
                Cdr.legStart(1, "c1-p0", "c1", "Ada"));
        await(() -> shown() == 1);
        return found().getFirst();
    }

    private static void lock(ScriptedBridge bridge, boolean on) {
        bridge.tell("{'messageId':3,'type':'callListUpdate','subscriptionIndex':1,'updates':[{'call':'c1','updateType':'update','lockState':'"
                + (on ? "locked" : "unlocked") + "'}]}");
    }

    private @Nullable LockMode mode(MeetingId meeting) {
        return it().meetings.find(meeting).orElseThrow().lockMode();
    }

    private MeetingOutcomes preset(MeetingId meeting, String layout) {
        return it().actions.change(meeting, new MeetingChange(null, null, null, null, null, layout, null));
    }

    /** Returns when all that was due has been looked at: roles of a lobby are asked after that. */
    private void settle() {
        ScriptedBridge other = it().bridge("other");
        it().send(other, "s1", Cdr.callStart(0, "z1", "Zebra"), Cdr.legStart(1, "z1-p0", "z1", "Z"), Cdr.legStart(3, "z1-p1", "z1", "Y"));
        wait(other, "z1-p1", 5);
        it().advanceUntil(() -> count(other, "GET participants/z1-p0") == 1);
    }

    private void wait(ScriptedBridge bridge, String leg, long index) {
        it().send(bridge, "s1", Cdr.legUpdate(index, leg, leg.substring(0, 2), "<deactivated>true</deactivated>"));
    }

    private @Nullable Boolean role(MeetingId meeting, String id) {
        for (Participant person : it().meetings.participants(meeting, "", PageRequest.first()).items()) {
            if (person.id().value().equals(id)) {
                return person.activator();
            }
        }
        return null;
    }

    private static long given(ScriptedBridge bridge, String id) {
        return bridge.asked.stream().filter(text -> text.startsWith("PUT calls/c1/participants/*") && text.contains("layout=stacked") && text.contains(id))
                .count();
    }
}
