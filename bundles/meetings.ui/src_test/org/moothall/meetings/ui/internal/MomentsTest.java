package org.moothall.meetings.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

@NonNullByDefault({})
class MomentsTest {
    private static final Instant NOW = Instant.parse("2026-05-03T14:30:00Z");

    @Test
    void aTimeAloneIsTheLastOneBeforeNow() {
        assertEquals("2026-05-03T14:05:00Z", read("14:05"));
        assertEquals("2026-05-02T15:05:00Z", read("15:05"));
        assertEquals("2026-05-03T09:05:07Z", read(" 9:05:07 "));
    }

    @Test
    void daysAreReadAsPeopleWriteThem() {
        assertEquals("2026-05-02T14:05:00Z", read("yesterday 14:05"));
        assertEquals("2026-05-03T08:00:00Z", read("Today at 08:00"));
        assertEquals("2026-04-07T14:05:30Z", read("7 Apr 14:05:30"));
        assertEquals("2025-12-31T23:59:00Z", read("31 December 2025, 23:59"));
        assertEquals("2026-01-02T03:04:00Z", read("2026-01-02 03:04"));
    }

    @Test
    void agesCountBackFromNow() {
        assertEquals("2026-05-03T14:20:00Z", read("10 min ago"));
        assertEquals("2026-05-03T12:30:00Z", read("2h"));
        assertEquals("2026-05-03T14:29:15Z", read("45 s ago"));
    }

    @Test
    void whatIsNoTimeIsToldSo() {
        for (String text : List.of("", "noon", "25:00", "12:60", "31 Feb 12:00x", "99 99 12:00")) {
            assertEquals(Optional.empty(), Moments.read(text, NOW, ZoneOffset.UTC), text);
        }
    }

    private static String read(String text) {
        return Moments.read(text, NOW, ZoneOffset.UTC).orElseThrow().toString();
    }
}
