package org.moothall.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private static final Instant NOW = Instant.parse("2026-05-03T10:00:00Z");

    private final Formats berlin = new Formats(ZoneId.of("Europe/Berlin"));

    @Test
    void durationsHaveHoursOnlyWhenThereAreAny() {
        assertEquals("0:07", Formats.duration(Duration.ofSeconds(7)));
        assertEquals("12:05", Formats.duration(Duration.ofSeconds(725)));
        assertEquals("1:23:45", Formats.duration(Duration.ofSeconds(5025)));
        assertEquals("101:00:00", Formats.duration(Duration.ofHours(101)));
    }

    @Test
    void aClockAheadOfOursGivesNoNegativeDuration() {
        assertEquals("0:00", Formats.duration(Duration.ofSeconds(-3)));
        assertEquals("just now", Formats.age(Duration.ofSeconds(-3)));
    }

    @Test
    void timesAreTheReadersClock() {
        assertEquals("11:15", berlin.time(Instant.parse("2026-05-03T09:15:02Z"), NOW));
        assertEquals("1 May 00:30", berlin.time(Instant.parse("2026-04-30T22:30:00Z"), NOW));
        assertEquals("31 Dec 2025 12:00", berlin.time(Instant.parse("2025-12-31T11:00:00Z"), NOW));
    }

    @Test
    void tooltipsTellUtc() {
        assertEquals("3 May 2026 09:15:02 UTC", Formats.utc(Instant.parse("2026-05-03T09:15:02Z")));
    }

    @Test
    void countsHaveSeparatorsAndTheRightWord() {
        assertEquals("1,902 people", Formats.count(1902, "person", "people"));
        assertEquals("1 person", Formats.count(1, "person", "people"));
    }

    @Test
    void agesAreRough() {
        assertEquals("just now", Formats.age(Duration.ofSeconds(59)));
        assertEquals("119 min", Formats.age(Duration.ofMinutes(119)));
        assertEquals("2 h", Formats.age(Duration.ofMinutes(120)));
        assertEquals("2 days", Formats.age(Duration.ofHours(50)));
    }
}
