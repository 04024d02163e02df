package org.moothall.meetings.internal.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.moothall.testkit.ManualClock;

/** Records that did not reach us are noticed, told with their times, and repaired by a read. */
class GapTest {

    private static final Instant TIME = Instant.parse("2026-03-02T12:00:00Z");

    private final Projection projection = new Projection(new LabNames(), new ManualClock(TIME));

    @Test
    void aJumpOfTheIndexIsAGapOfThatManyRecords() {
        tell("s1", 0, 0, 0);
        tell("s1", 6, 0, 60);
        assertEquals(List.of(new Gap("A", "s1", TIME, TIME.plusSeconds(60), 5)), projection.drain().gaps());
        assertTrue(projection.unsure("A"));
    }

    @Test
    void whatTheBridgeSaysItDiscardedIsAGapWhateverItsNumbers() {
        tell("s1", 0, 0, 0);
        tell("s1", 1, 40, 60);
        assertEquals(List.of(new Gap("A", "s1", TIME, TIME.plusSeconds(60), 40)), projection.drain().gaps());
    }

    @Test
    void aRunThatDoesNotBeginWithItsFirstRecordIsAGapSinceTheRunBefore() {
        tell("s1", 0, 0, 0);
        tell("s1", 1, 0, 10);
        projection.drain();
        tell("s2", 3, 0, 90);
        assertEquals(List.of(new Gap("A", "s2", TIME.plusSeconds(10), TIME.plusSeconds(90), 3)), projection.drain().gaps());
    }

    @Test
    void theFirstRunWeHearOfMayBeginAnywhere() {
        tell("s1", 500, 0, 0);
        assertEquals(List.of(), projection.drain().gaps());
    }

    @Test
    void aReadAfterTheGapEndsTheDoubt() {
        tell("s1", 0, 0, 0);
        tell("s1", 6, 0, 60);
        projection.reconcile("A", new Snapshot(projection.tick(), TIME.plusSeconds(70), 7, null, List.of(), List.of(), List.of(), Set.of()));
        assertFalse(projection.unsure("A"));
    }

    @Test
    void aReadFromBeforeTheGapDoesNotEndTheDoubt() {
        tell("s1", 0, 0, 0);
        tell("s1", 6, 0, 60);
        projection.reconcile("A", new Snapshot(projection.tick(), TIME.plusSeconds(30), 2, null, List.of(), List.of(), List.of(), Set.of()));
        assertTrue(projection.unsure("A"));
    }

    private void tell(String session, long index, long missing, int seconds) {
        projection.record("A", new CdrRecord(session, index, missing, TIME.plusSeconds(seconds), "callStart", "c" + session + index,
                Map.of("name", "Board", "callCorrelator", "x" + session + index)));
    }
}
