package org.moothall.meetings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.meetings.internal.RoomFixture.await;

import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.moothall.core.ProblemException;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.OperatorActions.MeetingChange;
import org.moothall.meetings.OperatorActions.MeetingOutcome;
import org.moothall.meetings.OperatorActions.MeetingOutcomes;
import org.moothall.meetings.OperatorActions.Message;
import org.moothall.meetings.OperatorActions.NewMeeting;
import org.moothall.meetings.OperatorActions.PanePlacement;
import org.moothall.meetings.OperatorActions.PanePlacement.SelfPane;
import org.moothall.meetings.OperatorActions.Space;
import org.moothall.servers.ClusterId;

/** What operators do with a meeting arrives at its bridges. */
class MeetingActionsTest extends ActionsRules {

    @Test
    void endingAMeetingEndsItOnAllItsBridges() {
        ScriptedBridge one = it().bridge("one");
        ScriptedBridge two = it().bridge("two");
        MeetingId board = meeting(one, "c1", 0, 1);
        meeting(two, "c2", 0, 1);
        it().meetings.end(board);
        assertTrue(one.asked.contains("DELETE calls/c1") && two.asked.contains("DELETE calls/c2"));
    }

    @Test
    void aMeetingThatIsOverCannotBeActedOn() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 0);
        it().send(bridge, "s1", Cdr.callEnd(100, "c1"));
        await(() -> it().meetings.find(board).orElseThrow().state() == MeetingState.ENDED);
        assertEquals("meetings.over", assertThrows(ProblemException.class, () -> it().meetings.end(board)).problem().code().code());
    }

    @Test
    void aMeetingIsLockedOnAllItsBridgesWithAnOutcomeForEach() {
        ScriptedBridge one = it().bridge("one");
        ScriptedBridge two = it().bridge("two");
        MeetingId board = meeting(one, "c1", 0, 1);
        meeting(two, "c2", 0, 1);
        two.refuse("PUT calls/c2", "databaseNotReady");
        MeetingOutcomes outcomes = it().actions.change(board, new MeetingChange(true, null, null, true, null));
        assertTrue(one.asked.contains("PUT calls/c1 joinAudioMuteOverride=true&locked=true"), one.asked::toString);
        assertEquals(List.of(new MeetingOutcome("one", true, null), new MeetingOutcome("two", false, "The bridge said databaseNotReady.")),
                outcomes.outcomes());
    }

    @Test
    void aRecordingOrStreamIsStartedOnceAndStoppedEverywhere() {
        ScriptedBridge one = it().bridge("one");
        ScriptedBridge two = it().bridge("two");
        MeetingId board = meeting(one, "c1", 0, 1);
        meeting(two, "c2", 0, 1);
        it().actions.change(board, new MeetingChange(null, true, null, null, null));
        assertEquals(1, count(one, "PUT calls/c1 recording=true") + count(two, "PUT calls/c2 recording=true"));
        it().actions.change(board, new MeetingChange(null, false, null, null, null));
        assertEquals(2, count(one, "PUT calls/c1 recording=false") + count(two, "PUT calls/c2 recording=false"));
        one.refuse("PUT", "recordingLimitReached");
        assertEquals(List.of(new MeetingOutcome("two", true, null)), it().actions.change(board, new MeetingChange(null, null, true, null, null)).outcomes());
        two.refuse("PUT", "streamingLimitReached");
        assertEquals(2, it().actions.change(board, new MeetingChange(null, null, true, null, null)).outcomes().stream().filter(o -> !o.done()).count());
    }

    @Test
    void aMessageIsShownWithItsPlaceAndTimeAndTakenAway() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 1);
        message(board, new Message("Fire drill at noon", Message.Position.TOP, 60));
        assertEquals(1, count(bridge, "PUT calls/c1 messageDuration=60&messagePosition=top&messageText=Fire drill at noon"));
        message(board, new Message("Stay", null, null));
        assertEquals(1, count(bridge, "PUT calls/c1 messageDuration=permanent&messagePosition=middle&messageText=Stay"));
        message(board, new Message("", null, null));
        assertEquals(1, count(bridge, "PUT calls/c1 messageDuration=0&messagePosition=middle&messageText="));
        assertEquals("message.seconds", refused(() -> message(board, new Message("x", null, 0))));
        assertEquals("message.text", refused(() -> message(board, new Message("x".repeat(501), null, null))));
    }

    @Test
    void newcomersAreForcedToJoinMutedOnAllBridgesAndThatIsShown() {
        ScriptedBridge one = it().bridge("one");
        ScriptedBridge two = it().bridge("two");
        MeetingId board = meeting(one, "c1", 0, 1);
        meeting(two, "c2", 0, 1);
        assertEquals(2, it().actions.change(board, new MeetingChange(null, null, null, true, null)).outcomes().stream().filter(MeetingOutcome::done).count());
        assertEquals(List.of(1L, 1L), List.of(count(one, "PUT calls/c1 joinAudioMuteOverride=true"), count(two, "PUT calls/c2 joinAudioMuteOverride=true")));
        one.tell("{'messageId':1,'type':'callListUpdate','subscriptionIndex':1,'updates':[{'call':'c1','updateType':'update','joinAudioMuteOverride':true}]}");
        await(() -> it().meetings.find(board).orElseThrow().newcomersMuted());
    }

    @Test
    void aMeetingIsBegunInASpaceFoundByNameAddressOrNumber() {
        ScriptedBridge bridge = it().bridge("one");
        bridge.put("coSpaces/s-1", "name", "Board", "uri", "board", "callId", "8001");
        bridge.put("coSpaces/s-2", "name", "Twins", "uri", "twin.a", "callId", "8002");
        bridge.put("coSpaces/s-3", "name", "Twins", "uri", "twin.b", "callId", "8003");
        for (String space : List.of("8001", "board@lab.example", "Board")) {
            MeetingId begun = it().actions.start(new NewMeeting(ScriptedServers.LAB, space));
            await(() -> it().meetings.find(begun).isPresent());
        }
        assertEquals(3, count(bridge, "POST calls coSpace=s-1"));
        assertTrue(refusal(() -> it().actions.start(new NewMeeting(ScriptedServers.LAB, "Twins"))).contains("several"));
        assertTrue(refusal(() -> it().actions.start(new NewMeeting(ScriptedServers.LAB, "Nobody"))).contains("there is no space"));
        assertEquals("cluster", refused(() -> it().actions.start(new NewMeeting(new ClusterId("other"), "Board"))));
    }

    @Test
    void aMeetingIsBegunInASpaceFoundByBeginningsOfWords() {
        ScriptedBridge bridge = it().bridge("one");
        bridge.put("coSpaces/s-1", "name", "Board of Directors", "uri", "board", "callId", "8001");
        bridge.put("coSpaces/s-2", "name", "Board of Trade", "uri", "trade", "callId", "8002");
        it().actions.start(new NewMeeting(ScriptedServers.LAB, "boa dir"));
        assertEquals(1, count(bridge, "POST calls coSpace=s-1"));
        assertTrue(refusal(() -> it().actions.start(new NewMeeting(ScriptedServers.LAB, "board of"))).contains("Board of Directors, Board of Trade"));
        assertEquals(List.of("Board of Directors", "Board of Trade"), it().actions.spaces(ScriptedServers.LAB, "bo").stream().map(Space::name).toList());
        assertEquals(List.of(new Space("s-2", "Board of Trade", "trade", "8002")), it().actions.spaces(ScriptedServers.LAB, "8002"));
        assertTrue(bridge.asked.contains("GET coSpaces filter=board&limit=50"), bridge.asked::toString);
    }

    @Test
    void peopleArePlacedInPanesByImportanceAndThatIsUndone() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 1);
        bridge.put("calls/c1", "panePlacementHighestImportance", "3", "panePlacementSelfPaneMode", "blank");
        MeetingOutcomes placed = it().actions.change(board, panes(new PanePlacement(9, SelfPane.SKIP)));
        assertEquals(1, count(bridge, "PUT calls/c1 panePlacementHighestImportance=9&panePlacementSelfPaneMode=skip"));
        it().actions.undo(board, Objects.requireNonNull(placed.undo()));
        assertEquals(1, count(bridge, "PUT calls/c1 panePlacementHighestImportance=3&panePlacementSelfPaneMode=blank"));
        it().actions.change(board, panes(new PanePlacement(0, null)));
        assertEquals(1, count(bridge, "PUT calls/c1 panePlacementHighestImportance="));
        assertEquals("panePlacement.highestImportance", refused(() -> it().actions.change(board, panes(new PanePlacement(-1, null)))));
        assertEquals("panePlacement", refused(() -> it().actions.change(board, panes(new PanePlacement(null, null)))));
    }

    private static MeetingChange panes(PanePlacement panes) {
        return new MeetingChange(null, null, null, null, null, null, panes);
    }
}
