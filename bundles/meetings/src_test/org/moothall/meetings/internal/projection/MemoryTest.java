package org.moothall.meetings.internal.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.testkit.ManualClock;

/** What of ended meetings stays in memory. */
class MemoryTest {

    private static final Instant TIME = Instant.parse("2026-03-02T12:00:00Z");
    private static final int ALL = 100;

    private final Projection projection = new Projection(new LabNames(), new ManualClock(TIME));
    private long index;

    @Test
    void whatEndedLongAgoIsLetGo() {
        ended("Board", 10);
        ended("Stand-up", 20);
        assertEquals(1, projection.memory().forgetEnded(TIME.plusSeconds(15), ALL, Set.of()).size());
        assertEquals(Set.of("Stand-up"), names());
    }

    @Test
    void ofTooManyThatEndedThoseThatEndedFirstAreLetGo() {
        ended("Board", 30);
        ended("Stand-up", 10);
        ended("Retro", 20);
        assertEquals(2, projection.memory().forgetEnded(TIME, 1, Set.of()).size());
        assertEquals(Set.of("Board"), names());
    }

    @Test
    void meetingsThatGoOnAndThoseThatAreNeededStay() {
        begin("Board");
        MeetingId needed = ended("Stand-up", 10);
        assertEquals(List.of(), projection.memory().forgetEnded(TIME.plusSeconds(60), 0, Set.of(needed)));
        assertEquals(Set.of("Board", "Stand-up"), names());
    }

    private MeetingId ended(String name, int atSecond) {
        begin(name);
        tell(atSecond, "callEnd", name, Map.of("durationSeconds", "1"));
        return projection.all().keySet().stream().filter(meeting -> meeting.name().equals(name)).findFirst().orElseThrow().id();
    }

    private void begin(String name) {
        tell(0, "callStart", name, Map.of("name", name, "callCorrelator", "x" + name));
    }

    private void tell(int second, String type, String call, Map<String, String> fields) {
        projection.record("A", new CdrRecord("s1", index++, 0, TIME.plusSeconds(second), type, call, fields));
        projection.drain();
    }

    private Set<String> names() {
        return projection.all().keySet().stream().map(Meeting::name).collect(Collectors.toSet());
    }
}
