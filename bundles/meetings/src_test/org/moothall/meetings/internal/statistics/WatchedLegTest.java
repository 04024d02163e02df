package org.moothall.meetings.internal.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.moothall.meetings.CallStatistics.Sample;
import org.moothall.meetings.internal.ScriptedBridge;
import org.moothall.testkit.ManualClock;

/** The samples of one leg. */
class WatchedLegTest {

    private final ManualClock clock = new ManualClock();
    private final ScriptedBridge bridge = new ScriptedBridge();
    private final WatchedLeg leg = new WatchedLeg("a", () -> bridge, clock);

    @Test
    void onlyTheNewestSamplesAreKept() {
        bridge.put("callLegs/a", "status/rxAudio/codec", "opus");
        Instant first = clock.instant();
        for (int i = 0; i < WatchedLeg.MOST_SAMPLES + 7; i++) {
            leg.ask(clock.instant());
            clock.advance(Duration.ofSeconds(2));
        }
        List<Sample> kept = leg.samples(null);
        assertEquals(WatchedLeg.MOST_SAMPLES, kept.size());
        assertEquals(first.plusSeconds(14), kept.get(0).at());
        assertEquals(1, leg.samples(kept.get(kept.size() - 2).at()).size(), "only those after that instant");
    }

    @Test
    void whoReadsItKeepsOthersFromReadingItToo() {
        assertTrue(leg.due(clock.instant()));
        assertFalse(leg.due(clock.instant()));
        leg.readDue();
        assertFalse(leg.due(clock.instant().minusSeconds(1)), "read just now");
        assertTrue(leg.due(clock.instant()));
    }
}
