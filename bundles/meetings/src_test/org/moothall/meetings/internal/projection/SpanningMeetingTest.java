package org.moothall.meetings.internal.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Participant;
import org.moothall.meetings.Participant.State;
import org.moothall.testkit.ManualClock;

/** A meeting on two bridges, one of which stops: the people of the other one notice nothing. */
class SpanningMeetingTest {

    private static final Instant TIME = Instant.parse("2026-03-02T12:00:00Z");

    private final ManualClock clock = new ManualClock(TIME);
    private final Projection projection = new Projection(new LabNames(), clock);

    @BeforeEach
    void meet() {
        join("A", "ada");
        join("B", "bert");
        for (String bridge : List.of("A", "B")) {
            projection.reconcile(bridge, new Snapshot(projection.tick(), clock.instant(), 3, null, List.of(), List.of(), List.of(), Set.of()));
        }
        projection.drain();
    }

    private void join(String bridge, String person) {
        tell(bridge, "s1", 0, "callStart", "c" + bridge, Map.of("name", "Board", "callCorrelator", "x", "callType", "coSpace"));
        tell(bridge, "s1", 1, "callLegStart", person, Map.of("call", "c" + bridge, "displayName", person, "groupId", person, "type", "sip"));
        tell(bridge, "s1", 2, "callLegUpdate", person, Map.of("call", "c" + bridge, "displayName", person, "groupId", person, "state", "connected"));
        for (String each : List.of("A", "B")) {
            projection.rosterUpdate(each, "c" + each, person, "add", Map.of("name", person, "state", "connected"));
        }
    }

    @Test
    void aStoppedBridgeMakesTheMeetingIncompleteAndChangesNobody() {
        projection.doubt("A");
        projection.rosterUpdate("B", "cB", "ada", "remove", Map.of());
        Changes changes = projection.drain();
        assertEquals(Map.of(), changes.participants());
        Meeting meeting = changes.meetings().get(0);
        assertEquals(MeetingState.ACTIVE, meeting.state());
        assertEquals(2, meeting.participants());
        assertFalse(meeting.complete());
    }

    @Test
    void aBridgeThatStartsAnewTakesItsOwnPeopleOnly() {
        projection.doubt("A");
        tell("A", "s2", 0, "callStart", "other", Map.of("name", "Other", "callCorrelator", "y"));
        Changes changes = projection.drain();
        Set<String> changed = changes.participants().values().stream().flatMap(List::stream).map(Participant::name).collect(Collectors.toSet());
        assertEquals(Set.of("ada"), changed);
        Meeting board = changes.meetings().stream().filter(meeting -> meeting.name().equals("Board")).findFirst().orElseThrow();
        assertEquals(MeetingState.ACTIVE, board.state());
        assertEquals(List.of("B"), board.callBridges());
        assertEquals(1, board.participants());
    }

    @Test
    void theSamePersonsMeetAgainInTheSameMeetingWhenTheBridgeIsBack() {
        Meeting before = projection.all().keySet().iterator().next();
        tell("A", "s2", 0, "callStart", "cA2", Map.of("name", "Board", "callCorrelator", "x", "callType", "coSpace"));
        tell("A", "s2", 1, "callLegStart", "ada2", Map.of("call", "cA2", "displayName", "ada", "groupId", "ada2", "type", "sip"));
        tell("A", "s2", 2, "callLegUpdate", "ada2", Map.of("call", "cA2", "displayName", "ada", "groupId", "ada2", "state", "connected"));
        projection.drain();
        Meeting after = projection.all().keySet().iterator().next();
        assertEquals(before.id(), after.id());
        assertEquals(List.of("A", "B"), after.callBridges());
        assertEquals(2, after.participants());
    }

    @Test
    void aMeetingEndsWhenItsLastBridgeLosesIt() {
        tell("A", "s2", 0, "callStart", "other", Map.of("name", "Other", "callCorrelator", "y"));
        tell("B", "s1", 3, "callEnd", "cB", Map.of());
        projection.drain();
        Meeting board = projection.all().keySet().stream().filter(meeting -> meeting.name().equals("Board")).findFirst().orElseThrow();
        assertEquals(MeetingState.ENDED, board.state());
        assertTrue(projection.all().get(board).stream().allMatch(person -> person.state() == State.GONE));
    }

    private void tell(String bridge, String session, long index, String type, String id, Map<String, String> fields) {
        Instant time = TIME.plusSeconds(session.equals("s1") ? 0 : 60);
        projection.record(bridge, new CdrRecord(session, index, 0, time, type, id, fields));
    }
}
