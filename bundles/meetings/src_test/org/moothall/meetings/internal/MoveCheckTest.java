package org.moothall.meetings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.meetings.internal.RoomFixture.await;

import java.util.List;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.moothall.core.PageRequest;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.Meetings.Outcome;
import org.moothall.meetings.MoveWarning;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ParticipantId;

/** What there is to know is said before a move, and what stops it is what the move itself says. */
class MoveCheckTest extends ActionsRules {

    @Test
    void whoCannotBeMovedIsWarnedAboutInTheWordsOfTheMoveItself() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 2);
        MeetingId team = team(bridge, 5, "");
        it().send(bridge, "s1", Cdr.legUpdate(6, "c1-p0", "c1", "<canMove>false</canMove>"));
        await(() -> person(board, "c1-p0", p -> !p.canMove()));
        List<ParticipantId> whom = List.of(new ParticipantId("c1-p0"), new ParticipantId("nobody"));
        List<MoveWarning> warnings = it().actions.checkMove(board, whom, team);
        assertEquals(List.of("cannot-move", "not-connected"), codes(warnings));
        assertTrue(warnings.stream().allMatch(MoveWarning::stops));
        List<Outcome> outcomes = it().actions.move(board, whom, team).outcomes();
        assertTrue(outcomes.stream().noneMatch(Outcome::done));
        assertEquals(warnings.stream().map(MoveWarning::text).sorted().toList(), outcomes.stream().map(o -> String.valueOf(o.problem())).sorted().toList());
    }

    @Test
    void microsoftClientsAreNotMovedAndNobodyIntoAMeetingThatTheyShare() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 2);
        it().send(bridge, "s1", Cdr.legUpdate(5, "c1-p0", "c1", "<subType>lync</subType><canMove>false</canMove>"));
        await(() -> person(board, "c1-p0", p -> p.device() == Participant.Device.LYNC && !p.canMove()));
        MeetingId shared = team(bridge, 6, "<callType>lyncConferencing</callType>");
        List<MoveWarning> warnings = it().actions.checkMove(board, people("c1", 2), shared);
        assertEquals(List.of("cannot-move", "dual-homed"), codes(warnings));
        assertTrue(warnings.get(0).text().contains("Microsoft"));
        assertFalse(it().actions.move(board, List.of(new ParticipantId("c1-p1")), shared).outcomes().get(0).done());
    }

    @Test
    void whatIsDifferentInTheOtherMeetingIsSaidAndDoesNotStopTheMove() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 1);
        MeetingId team = team(bridge, 3, "");
        assertEquals(List.of(), it().actions.checkMove(board, people("c1", 1), team));
        it().send(bridge, "s1", Cdr.record(4, "recordingStart", "", "<recording id=\"r1\"><call>c9</call></recording>"),
                Cdr.record(5, "streamingStart", "", "<streaming id=\"t1\"><call>c9</call></streaming>"), Cdr.legStart(6, "c9-p1", "c9", "Guest"),
                Cdr.legUpdate(8, "c9-p1", "c9", "<deactivated>true</deactivated>"));
        update(bridge, "c9", "'lockState':'locked','joinAudioMuteOverride':true");
        roster(bridge, "'presenter':true,'audioMuted':true");
        await(() -> is(team, m -> m.recording() && m.streaming() && m.locked() && m.newcomersMuted() && m.inLobby() == 1)
                && person(board, "c1-p0", p -> p.presenting() && p.audioMuted()));
        List<MoveWarning> warnings = it().actions.checkMove(board, people("c1", 1), team);
        assertEquals(List.of("locked", "lobby", "recording", "streaming", "newcomers-muted", "presenting", "starts-anew"), codes(warnings));
        assertTrue(warnings.stream().noneMatch(MoveWarning::stops));
        assertTrue(it().actions.move(board, people("c1", 1), team).outcomes().get(0).done());
    }

    @Test
    void nobodyIsMovedIntoTheirOwnMeeting() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 1);
        MoveWarning warning = it().actions.checkMove(board, people("c1", 1), board).get(0);
        assertEquals("same-meeting", warning.code());
        assertTrue(warning.stops());
        assertEquals("to: " + warning.text(), refusal(() -> it().actions.move(board, people("c1", 1), board)));
    }

    private MeetingId team(ScriptedBridge bridge, long index, String more) {
        it().send(bridge, "s1", Cdr.callStart(index, "c9", "Team").replace("</name>", "</name>" + more));
        await(() -> found().size() == 2);
        return found().get(1);
    }

    private static void update(ScriptedBridge bridge, String call, String elements) {
        bridge.tell("{'messageId':9,'type':'callListUpdate','subscriptionIndex':1,'updates':[{'call':'" + call + "','updateType':'update'," + elements + "}]}");
    }

    /** The Board's call is the first that is followed. */
    private void roster(ScriptedBridge bridge, String elements) {
        update(bridge, "c1", "'participants':1");
        String told = "{'messageId':10,'type':'rosterUpdate','subscriptionIndex':%d,'updates':[{'participant':'c1-p0','updateType':'add','state':'connected',"
                + elements + "}]}";
        it().advanceUntil(() -> bridge.sent.stream().anyMatch(text -> text.contains("\"call\":\"c1\"")));
        String request = bridge.sent.stream().filter(text -> text.contains("\"call\":\"c1\"")).findFirst().orElseThrow();
        String before = request.substring(0, request.indexOf("\"type\":\"callRoster\",\"call\":\"c1\""));
        int index = Integer.parseInt(before.substring(before.lastIndexOf("\"index\":") + 8).replaceAll("\\D", ""));
        bridge.tell(String.format(told, index));
    }

    private boolean is(MeetingId meeting, Predicate<Meeting> so) {
        return so.test(it().meetings.find(meeting).orElseThrow());
    }

    private boolean person(MeetingId meeting, String id, Predicate<Participant> so) {
        return it().meetings.participants(meeting, "", PageRequest.first()).items().stream().anyMatch(p -> p.id().value().equals(id) && so.test(p));
    }

    private static List<String> codes(List<MoveWarning> warnings) {
        return warnings.stream().map(MoveWarning::code).toList();
    }
}
