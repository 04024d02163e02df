package org.moothall.meetings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.meetings.internal.RoomFixture.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.moothall.core.PageRequest;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.Meetings.Outcome;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.OperatorActions.MeetingChange;
import org.moothall.meetings.OperatorActions.MeetingOutcome;
import org.moothall.meetings.OperatorActions.MeetingOutcomes;
import org.moothall.meetings.OperatorActions.Message;
import org.moothall.meetings.OperatorActions.Outcomes;
import org.moothall.meetings.OperatorActions.Undone;

/** What can be undone, and for how long. */
class UndoTest extends ActionsRules {

    @Test
    void whatWasChangedIsUndoneOnceToWhatEachHadBefore() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 2);
        bridge.tell("{'messageId':1,'type':'callListUpdate','subscriptionIndex':1,'updates':[{'call':'c1','updateType':'add','name':'Board'}]}");
        bridge.tell("{'messageId':2,'type':'rosterUpdate','subscriptionIndex':2,'updates':[{'participant':'c1-p1','updateType':'add','audioMuted':true}]}");
        await(() -> it().meetings.participants(board, "", PageRequest.first()).items().stream().anyMatch(p -> p.audioMuted()));
        Outcomes muted = it().actions.change(board, people("c1", 2), MUTE);
        Undone undone = it().actions.undo(board, String.valueOf(muted.undo()));
        assertEquals(2, undone.participants().stream().filter(Outcome::done).count());
        assertEquals(1, count(bridge, "PUT calls/c1/participants/* filterIds=c1-p0&mode=selected&rxAudioMute=false"));
        assertEquals(1, count(bridge, "PUT calls/c1/participants/* filterIds=c1-p1&mode=selected&rxAudioMute=true"));
        assertEquals("meetings.no-undo", code(() -> it().actions.undo(board, String.valueOf(muted.undo()))));
    }

    @Test
    void anUndoIsKeptForAQuarterOfAnHour() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 1);
        MeetingOutcomes locked = it().actions.change(board, new MeetingChange(true, null, null, null, null));
        it().clock.advance(Duration.ofMinutes(16));
        assertEquals("meetings.no-undo", code(() -> it().actions.undo(board, String.valueOf(locked.undo()))));
    }

    @Test
    void lockingIsUndoneByUnlocking() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 1);
        MeetingOutcomes locked = it().actions.change(board, new MeetingChange(true, null, null, null, null));
        assertEquals(List.of(new MeetingOutcome("one", true, null)), it().actions.undo(board, String.valueOf(locked.undo())).callBridges());
        assertEquals(1, count(bridge, "PUT calls/c1 locked=false"));
    }

    @Test
    void droppingIsUndoneByCallingBack() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 2);
        String undo = String.valueOf(it().actions.drop(board, people("c1", 1)).undo());
        it().send(bridge, "s1", Cdr.legEnd(5, "c1-p0"));
        await(() -> it().meetings.find(board).orElseThrow().participants() == 1);
        assertTrue(it().actions.undo(board, undo).participants().get(0).done());
        assertEquals(1, count(bridge, "POST calls/c1/participants nameLabelOverride=Person 0&remoteParty=Person0@lab.example"));
    }

    @Test
    void callingBackIsUndoneByDropping() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 2);
        it().send(bridge, "s1", Cdr.legEnd(5, "c1-p0"));
        await(() -> it().meetings.find(board).orElseThrow().participants() == 1);
        Outcomes called = it().actions.callBack(board, people("c1", 1));
        String now = Objects.requireNonNull(called.outcomes().get(0).now()).value();
        it().send(bridge, "s1", Cdr.legStart(6, now, "c1", "Person 0"));
        await(() -> it().meetings.find(board).orElseThrow().participants() == 2);
        assertTrue(it().actions.undo(board, String.valueOf(called.undo())).participants().get(0).done());
        assertEquals(1, count(bridge, "DELETE participants/" + now));
    }

    @Test
    void movingIsUndoneByMovingBack() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 1);
        it().send(bridge, "s1", Cdr.callStart(3, "c9", "Team"));
        await(() -> found().size() == 2);
        Outcomes moved = it().actions.move(board, people("c1", 1), found().get(1));
        String now = Objects.requireNonNull(moved.outcomes().get(0).now()).value();
        it().send(bridge, "s1", Cdr.legEnd(4, "c1-p0"), Cdr.legStart(5, now, "c9", "Person 0"));
        await(() -> it().meetings.find(found().get(1)).orElseThrow().participants() == 1);
        assertTrue(it().actions.undo(board, String.valueOf(moved.undo())).participants().get(0).done());
        assertEquals(1, count(bridge, "POST calls/c1/participants movedParticipant=" + now + "&needsActivation=false"));
    }

    @Test
    void whoWasSentBackToTheLobbyIsLetInAgain() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 2);
        Outcomes sentBack = change(board, new ParticipantChange(null, null, null, null, true));
        it().actions.undo(board, String.valueOf(sentBack.undo()));
        assertEquals(1, count(bridge, "PUT participants/c1-p0 deactivated=false"));
    }

    @Test
    void recordingStreamingMutedNewcomersAndMessagesAreUndone() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 1);
        MeetingOutcomes changed = it().actions.change(board, new MeetingChange(null, true, true, true, new Message("Stay", null, null)));
        it().actions.undo(board, String.valueOf(changed.undo()));
        assertEquals(List.of(1L, 1L, 1L), List.of(count(bridge, "PUT calls/c1 recording=false"), count(bridge, "PUT calls/c1 streaming=false"),
                count(bridge, "PUT calls/c1 joinAudioMuteOverride=false&messageDuration=0&messagePosition=middle&messageText=")));
    }

    @Test
    void whatFailedForEverybodyHasNothingToUndo() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 1);
        bridge.refuse("PUT", "databaseNotReady");
        assertNull(change(board, MUTE).undo());
        assertNull(it().actions.change(board, new MeetingChange(true, null, null, null, null)).undo());
    }
}
