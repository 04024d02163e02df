package org.moothall.meetings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.meetings.internal.RoomFixture.await;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.moothall.core.PageRequest;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.Meetings.Outcome;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.OperatorActions.NewParticipant;
import org.moothall.meetings.OperatorActions.Outcomes;
import org.moothall.meetings.ParticipantId;

/** What operators do with people arrives at the bridge that hosts them. */
class ParticipantActionsTest extends ActionsRules {

    @Test
    void aBulkChangeNamesAtMostTwentyAtOnceAndHasAnOutcomeForEach() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 45);
        List<Outcome> outcomes = it().meetings.change(board, people("c1", 45), MUTE);
        assertEquals(45, outcomes.stream().filter(Outcome::done).count());
        List<String> sent = bridge.asked.stream().filter(text -> text.startsWith("PUT calls/c1/participants/*")).toList();
        assertEquals(3, sent.size());
        assertTrue(sent.get(0).contains("mode=selected") && sent.get(0).contains("rxAudioMute=true"), sent.get(0));
        assertEquals(20, sent.get(0).split(",").length);
        assertEquals(5, sent.get(2).split(",").length);
    }

    @Test
    void aFailureOnOneBridgeIsTheOutcomeOfItsPeopleOnly() {
        ScriptedBridge one = it().bridge("one");
        ScriptedBridge two = it().bridge("two");
        MeetingId board = meeting(one, "c1", 0, 2);
        meeting(two, "c2", 0, 2);
        two.refuse("PUT", "databaseNotReady");
        List<ParticipantId> all = new ArrayList<>(people("c1", 2));
        all.addAll(people("c2", 2));
        List<Outcome> outcomes = it().meetings.change(board, all, MUTE);
        assertEquals(List.of(true, true, false, false), outcomes.stream().map(Outcome::done).toList());
        assertTrue(String.valueOf(outcomes.get(2).problem()).contains("databaseNotReady"));
    }

    @Test
    void whoIsNotThereHasAnOutcomeThatSaysSo() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 1);
        Outcome outcome = it().meetings.drop(board, List.of(new ParticipantId("nobody"))).get(0);
        assertFalse(outcome.done());
        assertTrue(String.valueOf(outcome.problem()).contains("no such participant"));
    }

    @Test
    void layoutAndImportanceAreSentInTheServersWords() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 1);
        change(board, new ParticipantChange(null, null, "stacked", 7, null));
        assertTrue(bridge.asked.contains("PUT calls/c1/participants/* filterIds=c1-p0&importance=7&layout=stacked&mode=selected"), bridge.asked::toString);
        change(board, new ParticipantChange(null, null, "", 0, null));
        assertTrue(bridge.asked.contains("PUT calls/c1/participants/* filterIds=c1-p0&importance=&layout=&mode=selected"), bridge.asked::toString);
        assertEquals("layout", refused(() -> change(board, new ParticipantChange(null, null, "mosaic", null, null))));
        assertEquals("importance", refused(() -> change(board, new ParticipantChange(null, null, null, -1, null))));
        assertEquals("audioMuted", refused(() -> change(board, new ParticipantChange(null, null))));
    }

    @Test
    void lettingInNeedsSomebodyWhoMayDoSoAndSaysSo() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 1);
        it().send(bridge, "s1", Cdr.legUpdate(3, "c1-p0", "c1", "<deactivated>true</deactivated>"));
        await(() -> it().meetings.find(board).orElseThrow().inLobby() == 1);
        ParticipantChange in = new ParticipantChange(null, null, null, null, false);
        assertTrue(String.valueOf(change(board, in).outcomes().get(0).problem()).contains("an activator has to join first"));
        it().send(bridge, "s1", Cdr.legStart(4, "c1-p1", "c1", "Activator"));
        await(() -> it().meetings.find(board).orElseThrow().participants() == 2);
        assertTrue(change(board, in).outcomes().get(0).done());
        assertTrue(bridge.asked.contains("PUT participants/c1-p0 deactivated=false"));
    }

    @Test
    void whoIsInsideIsSentBackToTheLobby() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 1);
        assertTrue(change(board, new ParticipantChange(null, null, null, null, true)).outcomes().get(0).done());
        assertTrue(bridge.asked.contains("PUT participants/c1-p0 deactivated=true"));
    }

    @Test
    void videoIsStoppedAndStartedAgain() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 1);
        change(board, new ParticipantChange(null, true));
        assertEquals(1, count(bridge, "PUT calls/c1/participants/* filterIds=c1-p0&mode=selected&rxVideoMute=true"));
        change(board, new ParticipantChange(null, false));
        assertEquals(1, count(bridge, "PUT calls/c1/participants/* filterIds=c1-p0&mode=selected&rxVideoMute=false"));
    }

    @Test
    void whoIsDroppedIsDisconnectedByTheBridgeThatHostsThem() {
        ScriptedBridge one = it().bridge("one");
        ScriptedBridge two = it().bridge("two");
        MeetingId board = meeting(one, "c1", 0, 1);
        meeting(two, "c2", 0, 1);
        assertTrue(it().actions.drop(board, List.of(new ParticipantId("c2-p0"))).outcomes().get(0).done());
        assertEquals(List.of(0L, 1L), List.of(count(one, "DELETE participants/c2-p0"), count(two, "DELETE participants/c2-p0")));
    }

    @Test
    void somebodyIsCalledWithWhatIsWanted() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 1);
        ParticipantId called = it().actions.add(board, new NewParticipant(" room.7@lab.example ", "Room 7", "allEqual", 3, true, true, false, "1,#"));
        assertEquals("made-2", called.value());
        assertEquals(1,
                count(bridge, "POST calls/c1/participants chosenLayout=allEqual&confirmation=false&dtmfSequence=1,#&importance=3&nameLabelOverride=Room 7"
                        + "&needsActivation=false&remoteParty=room.7@lab.example&rxAudioMute=true"));
        assertEquals("address", refused(() -> it().actions.add(board, new NewParticipant("two words", null, null, null, null, null, null, null))));
        assertEquals("dtmf", refused(() -> it().actions.add(board, new NewParticipant("1", null, null, null, null, null, null, "x"))));
        assertEquals("name", refused(() -> it().actions.add(board, new NewParticipant("1", "ü".repeat(26), null, null, null, null, null, null))));
    }

    @Test
    void whoIsGoneIsCalledBackUnderTheAddressAndKeepsTheName() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 2);
        it().send(bridge, "s1", Cdr.legEnd(5, "c1-p0"));
        await(() -> it().meetings.find(board).orElseThrow().participants() == 1);
        List<Outcome> outcomes = it().actions.callBack(board, people("c1", 3)).outcomes();
        assertEquals(List.of(true, false, false), outcomes.stream().map(Outcome::done).toList());
        assertEquals(new ParticipantId("made-2"), outcomes.get(0).now());
        assertTrue(String.valueOf(outcomes.get(1).problem()).contains("has not left"));
        assertEquals(1, count(bridge, "POST calls/c1/participants nameLabelOverride=Person 0&remoteParty=Person0@lab.example"));
    }

    @Test
    void whoWasCalledAndIsMovedKeepsTheName() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 1);
        it().send(bridge, "s1", Cdr.record(3, "callLegStart", "", "<callLeg id=\"ida\"><displayName>Ida Moen</displayName><remoteParty>ida.moen@lab.example"
                + "</remoteParty><type>sip</type><direction>outgoing</direction><call>c1</call><groupId>ida</groupId><canMove>true</canMove></callLeg>"),
                Cdr.legUpdate(4, "ida", "c1", "<state>connected</state>"), Cdr.callStart(5, "c9", "Team"));
        await(() -> found().size() == 2 && it().meetings.find(board).orElseThrow().participants() == 2);
        assertTrue(it().actions.move(board, List.of(new ParticipantId("ida")), found().get(1)).outcomes().get(0).done());
        assertEquals(1, count(bridge, "POST calls/c9/participants movedParticipant=ida&nameLabelOverride=Ida Moen&needsActivation=false"));
    }

    @Test
    void whoIsMovedIsTakenOverByABridgeOfTheOtherMeeting() {
        ScriptedBridge one = it().bridge("one");
        ScriptedBridge two = it().bridge("two");
        MeetingId board = meeting(one, "c1", 0, 2);
        it().send(two, "s1", Cdr.callStart(0, "c9", "Team"));
        await(() -> found().size() == 2);
        MeetingId team = found().get(1);
        Outcomes moved = it().actions.move(board, people("c1", 1), team);
        assertEquals(new ParticipantId("made-2"), moved.outcomes().get(0).now());
        assertEquals(1, count(two, "POST calls/c9/participants movedParticipant=c1-p0&needsActivation=false"));
        it().send(one, "s1", Cdr.legUpdate(5, "c1-p1", "c1", "<canMove>false</canMove>"));
        await(() -> it().meetings.participants(board, "", PageRequest.first()).items().stream().anyMatch(p -> !p.canMove()));
        assertTrue(String.valueOf(it().actions.move(board, List.of(new ParticipantId("c1-p1")), team).outcomes().get(0).problem()).contains("cannot move"));
        assertEquals("to", refused(() -> it().actions.move(board, people("c1", 1), board)));
    }
}
