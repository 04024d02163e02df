package org.moothall.meetings.internal.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.moothall.meetings.LogEntry;
import org.moothall.meetings.ParticipantId;

class LogFileTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String HEAD = "\"time\",\"heard\",\"user\",\"participant\",\"participantId\",\"what\",\"value\",\"message\"\r\n";

    @Test
    void aRowHasBothTimesAndQuotedTexts() {
        assertEquals(HEAD
                + "\"2026-03-02T12:00:00Z\",\"2026-03-02T12:00:01Z\",\"olga\",\"Ada \"\"Countess\"\", L\",\"p1\",\"audioMuted\",\"true\",\"was muted\"\r\n",
                written(new LogEntry(1, NOON, NOON.plusSeconds(1), new ParticipantId("p1"), "Ada \"Countess\", L", "audioMuted", "true", "was muted", "olga")));
    }

    @Test
    void whatConcernsNobodyHasEmptyCells() {
        assertEquals(HEAD + "\"2026-03-02T12:00:00Z\",\"2026-03-02T12:00:00Z\",\"\",\"\",\"\",\"locked\",\"\",\"was unlocked\"\r\n",
                written(new LogEntry(1, NOON, NOON, null, null, "locked", "", "was unlocked", null)));
    }

    @Test
    void noNameIsTakenForAFormula() {
        for (String name : List.of("=HYPERLINK(1)", "+49", "-1", "@x", "\tx")) {
            String file = written(new LogEntry(1, NOON, NOON, new ParticipantId("p1"), name, "state", "gone", name + " left", null));
            assertTrue(file.contains("\"'" + name + "\"") && file.contains("\"'" + name + " left\""), file);
        }
    }

    private static String written(LogEntry entry) {
        LogFile file = new LogFile();
        file.add(List.of(entry));
        return file.text();
    }
}
