package org.moothall.servers.internal.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

@NonNullByDefault({})
class ClockOffsetTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00.700Z");

    @Test
    void wholeSecondsAndSlowAnswersProveNothingByThemselves() {
        assertEquals(0L, ClockOffset.measured(Instant.parse("2026-03-02T12:00:00Z"), NOW, NOW.plusMillis(40)).provedMillis());
        assertEquals(0L, ClockOffset.measured(Instant.parse("2026-03-02T12:00:01Z"), NOW, NOW.plusMillis(2_000)).provedMillis());
    }

    @Test
    void nothingIsKnownBeforeTheFirstAnswer() {
        assertNull(ClockOffset.UNKNOWN.provedMillis());
        assertFalse(ClockOffset.UNKNOWN.exceeds(Duration.ZERO));
    }

    @Test
    void theTrueOffsetIsAlwaysInsideAndSeveralAnswersComeCloseToIt() {
        Random random = new Random(7);
        for (long truth : new long[] {0, 1, -1, 400, -700, 5_500, -61_234}) {
            ClockOffset known = ClockOffset.UNKNOWN;
            Instant now = NOW;
            for (int i = 0; i < 60; i++) {
                now = now.plusMillis(2_500 + random.nextInt(1_000));
                Instant written = now.plusMillis(random.nextInt(20));
                Instant told = written.plusMillis(truth).truncatedTo(ChronoUnit.SECONDS);
                known = ClockOffset.measured(told, now, written.plusMillis(random.nextInt(20))).narrowedBy(known);
                assertTrue(known.fromMillis() <= truth && truth <= known.toMillis() + 1, truth + " outside " + known);
            }
            assertTrue(known.toMillis() - known.fromMillis() < 400, "still wide: " + known);
        }
    }

    @Test
    void aClockThatWasSetForgetsWhatWasKnown() {
        ClockOffset before = new ClockOffset(-10, 10);
        ClockOffset after = new ClockOffset(59_000, 60_000);
        assertEquals(after, after.narrowedBy(before));
        assertEquals(59_000L, after.provedMillis());
        assertEquals(-3_000L, new ClockOffset(-4_000, -3_000).provedMillis());
    }
}
