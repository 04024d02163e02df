package org.moothall.mediaengine.callbridge.internal.cdr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.moothall.mediaengine.Call;
import org.moothall.mediaengine.ConferenceEvent;

class CdrQueueTest {

    private static final Instant NOON = Instant.parse("2017-04-24T12:00:11.750Z");
    private static final String HEAD = CdrQueue.head("5552fc55-8d82-4963-8f99-d5a0be6e2f92", "158ba4f7-0000-4000-8000-000000000000");

    @Test
    void aCallStartHasTheBytesOfARealServer() throws InterruptedException {
        UUID id = UUID.fromString("f54bfbc3-0000-4000-8000-000000000000");
        Call call = new Call(id, new UUID(1, 2), new UUID(3, 4), "techsupport", "", "", NOON, Map.of(), Map.of(), 0, 0, 0, null, false);
        CdrQueue queue = new CdrQueue(HEAD, 10);
        queue.add(CdrWriter.of(new ConferenceEvent.CallStarted(NOON, call)).orElseThrow(), 3140);
        assertEquals("<?xml version=\"1.0\"?><records session=\"5552fc55-8d82-4963-8f99-d5a0be6e2f92\" callBridge=\"158ba4f7-0000-4000-8000-000000000000\">"
                + "<record type=\"callStart\" time=\"2017-04-24T12:00:11Z\" recordIndex=\"1\" correlatorIndex=\"3140\">\n"
                + "<call id=\"f54bfbc3-0000-4000-8000-000000000000\"><name>techsupport</name><callType>coSpace</callType><coSpace>" + new UUID(3, 4)
                + "</coSpace><callCorrelator>" + new UUID(1, 2) + "</callCorrelator></call></record>\n</records>", text(queue.next(1)));
    }

    @Test
    void aBatchKeepsItsBytesUntilItIsAcknowledged() throws InterruptedException {
        CdrQueue queue = new CdrQueue(HEAD, 10);
        queue.add(record("a"), 0);
        byte[] first = queue.next(1);
        queue.add(record("b"), 1);
        assertArrayEquals(first, queue.next(1));
        queue.acknowledged();
        assertTrue(text(queue.next(1)).contains("recordIndex=\"2\" correlatorIndex=\"1\">\nb</record>"));
    }

    @Test
    void anOverflowDropsTheOldestAndTheNextRecordTellsHowMany() throws InterruptedException {
        CdrQueue queue = new CdrQueue(HEAD, 2);
        for (int i = 0; i < 5; i++) {
            queue.add(record("r" + i), i);
        }
        String batch = text(queue.next(1));
        assertTrue(batch.contains("recordIndex=\"1\" correlatorIndex=\"3\" numPreceedingRecordsMissing=\"3\">\nr3</record>\n"), batch);
        assertTrue(batch.contains("recordIndex=\"2\" correlatorIndex=\"4\">\nr4</record>\n"), batch);
    }

    @Test
    void theBridgeIsNotNamedWhereThereIsNoCluster() {
        assertEquals("<?xml version=\"1.0\"?><records session=\"s\">", CdrQueue.head("s", ""));
    }

    private static CdrRecord record(String content) {
        return new CdrRecord("callStart", NOON, content);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
