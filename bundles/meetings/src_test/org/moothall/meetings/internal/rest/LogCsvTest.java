package org.moothall.meetings.internal.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.moothall.meetings.LogEntry;
import org.moothall.meetings.ParticipantId;

class LogCsvTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void aRowHasBothTimesAndQuotedTexts() {
        LogCsv csv = new LogCsv();
        csv.add(List.of(new LogEntry(1, NOON, NOON.plusSeconds(1), new ParticipantId("p1"), "Ada \"Countess\", L", "audioMuted", "true", "was muted", "olga")));
        assertEquals("time,heard,user,participant,participantId,what,value,message\r\n"
                + "\"2026-03-02T12:00:00Z\",\"2026-03-02T12:00:01Z\",\"olga\",\"Ada \"\"Countess\"\", L\",\"p1\",\"audioMuted\",\"true\",\"was muted\"\r\n",
                csv.text());
    }

    @Test
    void noNameIsTakenForAFormula() {
        assertEquals("\"'=HYPERLINK(1)\"", LogCsv.cell("=HYPERLINK(1)"));
        assertEquals("\"'+49\"", LogCsv.cell("+49"));
        assertEquals("\"'@x\"", LogCsv.cell("@x"));
        assertEquals("\"\"", LogCsv.cell(""));
    }
}
