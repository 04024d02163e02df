package org.moothall.meetings.internal.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.moothall.meetings.internal.projection.CdrRecord;

class CdrXmlTest {

    private static final String START = "<?xml version=\"1.0\"?><records session=\"s-1\" callBridge=\"b-1\"><record type=\"callStart\" "
            + "time=\"2017-04-24T12:00:11Z\" recordIndex=\"3141\" correlatorIndex=\"3140\">\n<call id=\"c-1\"><name>techsupport</name>"
            + "<callCorrelator>x</callCorrelator></call></record>\n";

    @Test
    void aRecordIsReadWithItsIdentityTimeAndFields() throws CdrXml.Refused {
        CdrRecord record = read(START + "</records>").get(0);
        assertEquals(new CdrRecord("s-1", 3140, 0, Instant.parse("2017-04-24T12:00:11Z"), "callStart", "c-1",
                Map.of("name", "techsupport", "callCorrelator", "x")), record);
    }

    @Test
    void nestedValuesAttributesAndRepetitionsAreKeptByPath() throws CdrXml.Refused {
        CdrRecord record = read("<records session=\"s\"><record type=\"callLegEnd\" time=\"2017-04-24T12:00:11Z\" correlatorIndex=\"7\" "
                + "numPreceedingRecordsMissing=\"5\"><callLeg id=\"l\"><rxAudio><codec>opus</codec></rxAudio><alarm type=\"packetLoss\" "
                + "durationPercentage=\"1.4\" /><alarm type=\"excessiveJitter\" durationPercentage=\"2.0\" /><ivr></ivr></callLeg></record></records>").get(0);
        assertEquals(5, record.missing());
        assertEquals("opus", record.fields().get("rxAudio/codec"));
        assertEquals("excessiveJitter", record.fields().get("alarm@type#2"));
        assertEquals("", record.fields().get("ivr"));
    }

    @Test
    void aDocumentTypeIsRefused() {
        refused("<!DOCTYPE records [<!ENTITY a \"b\">]>" + START.substring(21) + "</records>");
        refused("<!DOCTYPE records SYSTEM \"file:///etc/passwd\"><records session=\"s\"/>");
    }

    @Test
    void aTruncatedBodyIsRefusedAsAWhole() {
        refused(START);
        refused("");
    }

    @Test
    void whatIsNoRecordIsRefusedWithTheLine() {
        assertTrue(refused("<html/>").contains("records"));
        assertTrue(refused(START.replace("correlatorIndex=\"3140\"", "correlatorIndex=\"-1\"") + "</records>").contains("correlatorIndex"));
        assertTrue(refused(START.replace("2017-04-24T12:00:11Z", "yesterday") + "</records>").contains("line 1"));
        refused(START.replace(" id=\"c-1\"", "") + "</records>");
    }

    @Test
    void depthLengthAndCountAreBounded() {
        refused(START.replace("techsupport", "<a>".repeat(20) + "</a>".repeat(20)) + "</records>");
        refused(START.replace("techsupport", "x".repeat(9_000)) + "</records>");
        refused(START.replace("<name>", "<f>1</f>".repeat(500) + "<name>") + "</records>");
    }

    private static List<CdrRecord> read(String text) throws CdrXml.Refused {
        return CdrXml.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String refused(String text) {
        return String.valueOf(assertThrows(CdrXml.Refused.class, () -> read(text)).getMessage());
    }
}
