package org.moothall.meetings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.moothall.meetings.internal.RoomFixture.await;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.moothall.core.PageRequest;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.Meetings.Outcome;
import org.moothall.meetings.OperatorActions.MeetingChange;
import org.moothall.meetings.OperatorActions.MeetingOutcome;
import org.moothall.meetings.OperatorActions.MeetingOutcomes;
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
    void whatFailedForEverybodyHasNothingToUndo() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 1);
        bridge.refuse("PUT", "databaseNotReady");
        assertNull(change(board, MUTE).undo());
        assertNull(it().actions.change(board, new MeetingChange(true, null, null, null, null)).undo());
    }
}
