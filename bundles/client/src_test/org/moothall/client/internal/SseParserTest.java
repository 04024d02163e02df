package org.moothall.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.moothall.client.internal.SseParser.Event;

@NonNullByDefault({})
class SseParserTest {

    @Test
    void fieldsCommentsAndSeveralDataLinesMakeOneEvent() throws IOException {
        assertEquals(List.of(new Event("7", "meetings.meeting-changed", "one\ntwö", false)),
                read(": hello\nid: 7\nevent: meetings.meeting-changed\ndata: one\ndata:twö\nretry: 9\n\n"));
    }

    @Test
    void whateverTheLineEndsTheEventsAreTheSame() throws IOException {
        String text = "id:1\ndata:a\n\nid:2\ndata:b\n\n";
        assertEquals(read(text), read(text.replace("\n", "\r")));
        assertEquals(read(text), read(text.replace("\n", "\r\n")));
    }

    @Test
    void framesThatTheNetworkCutIntoSingleOctetsAreTheSame() throws IOException {
        byte[] octets = "id: 3\ndata: ein Gespräch\n\n".getBytes(StandardCharsets.UTF_8);
        InputStream dripping = new FilterInputStream(new ByteArrayInputStream(octets)) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return super.read(buffer, offset, Math.min(1, length));
            }
        };
        assertEquals(List.of(new Event("3", "message", "ein Gespräch", false)), all(new SseParser(dripping, 1000, null)));
    }

    @Test
    void anEventWithoutIdKeepsTheIdBeforeIt() throws IOException {
        assertEquals(List.of("5", "5"), read("id: 5\ndata: a\n\ndata: b\n\n").stream().map(Event::id).toList());
    }

    @Test
    void anIdWithoutDataIsRememberedToResumeAfter() throws IOException {
        SseParser parser = parser("id: 41\n\n", 1000);
        assertNull(parser.next());
        assertEquals("41", parser.lastId());
    }

    @Test
    void anEventCutOffByTheEndIsDroppedWithItsId() throws IOException {
        SseParser parser = parser("id: 1\ndata: a\n\nid: 2\ndata: b\n", 1000);
        assertEquals("1", java.util.Objects.requireNonNull(parser.next()).id());
        assertNull(parser.next());
        assertEquals("1", parser.lastId());
    }

    @Test
    void aResetNeedsNoData() throws IOException {
        assertEquals("reset", read("event: reset\n\n").getFirst().type());
    }

    @Test
    void anEventBeyondTheLimitIsReadOverAndTheNextOneIsWhole() throws IOException {
        List<Event> events = all(parser("id: 1\ndata: " + "x".repeat(50) + "\n\nid: 2\ndata: ok\n\n", 20));
        assertTrue(events.get(0).tooLong());
        assertEquals(new Event("2", "message", "ok", false), events.get(1));
    }

    @Test
    void manyShortLinesAreBoundedTogether() throws IOException {
        assertTrue(all(parser("data: xxxxxxxx\n".repeat(5) + "\n", 20)).getFirst().tooLong());
    }

    private static List<Event> read(String text) throws IOException {
        return all(parser(text, 1000));
    }

    private static SseParser parser(String text, int limit) {
        return new SseParser(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), limit, null);
    }

    private static List<Event> all(SseParser parser) throws IOException {
        List<Event> events = new ArrayList<>();
        for (Event event = parser.next(); event != null; event = parser.next()) {
            events.add(event);
        }
        return events;
    }
}
