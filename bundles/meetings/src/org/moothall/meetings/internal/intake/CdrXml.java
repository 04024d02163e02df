package org.moothall.meetings.internal.intake;

import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.internal.projection.CdrRecord;

/**
 * Reads the body of a CDR POST without trusting it: no document types, no entities, bounded depth, counts and lengths.
 * Everything below a record's object is kept as text by path; what is nested joined by slashes, attributes with {@code @}.
 *
 * @spec wire §2.2
 */
public final class CdrXml {

    private static final int MAX_DEPTH = 12;
    private static final int MAX_RECORDS = 20_000;
    private static final int MAX_FIELDS = 400;
    private static final int MAX_TEXT = 8_192;
    private static final int MAX_ID = 100;
    private static final int MAX_DIGITS = 15;
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader in;
    private final List<CdrRecord> records = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private String session = "";
    private String timeText = "";
    private Instant time = Instant.EPOCH;
    private @Nullable Opened open;
    private int depth;

    /** A record whose end has not come yet. */
    private record Opened(long index, long missing, Instant time, String type, StringBuilder id, Map<String, String> fields) {}

    /** The body is not what it should be; the message says where and why. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    private CdrXml(XMLStreamReader in) {
        this.in = in;
    }

    /** The records of a body, in order; all or nothing. */
    public static List<CdrRecord> read(byte[] body) throws Refused {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(body));
            try {
                return new CdrXml(reader).all();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new Refused("line " + (e.getLocation() == null ? 0 : e.getLocation().getLineNumber()) + ": not well-formed");
        }
    }

    /** The records of a body that was taken in before. */
    public static List<CdrRecord> readKept(byte[] body) {
        try {
            return read(body);
        } catch (Refused e) {
            throw new IllegalStateException("a body that was kept cannot be read: " + e.getMessage(), e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        return factory;
    }

    private List<CdrRecord> all() throws XMLStreamException, Refused {
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(in.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters();
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw refused("document types and entities are not accepted");
                default -> { /* comments and the like */ }
            }
        }
        return records;
    }

    private void start(String name) throws Refused {
        if (++depth > MAX_DEPTH) {
            throw refused("nested too deeply");
        }
        text.setLength(0);
        @Nullable Opened record = open;
        switch (depth) {
            case 1 -> records(name);
            case 2 -> open = record(name);
            case 3 -> object(record);
            default -> field(record, name);
        }
    }

    private void records(String name) throws Refused {
        if (!name.equals("records")) {
            throw refused("begins with <" + shortened(name) + "> where <records> is expected");
        }
        session = id(attribute("session"), "session");
    }

    private Opened record(String name) throws Refused {
        if (!name.equals("record")) {
            throw refused("<" + shortened(name) + "> where <record> is expected");
        }
        if (records.size() >= MAX_RECORDS) {
            throw refused("more than " + MAX_RECORDS + " records");
        }
        String missing = attribute("numPreceedingRecordsMissing");
        return new Opened(number(attribute("correlatorIndex"), "correlatorIndex"), missing.isEmpty() ? 0 : number(missing, "numPreceedingRecordsMissing"),
                time(attribute("time")), shortened(attribute("type")), new StringBuilder(), new HashMap<>());
    }

    private void object(@Nullable Opened record) throws Refused {
        if (record == null || !record.id().isEmpty()) {
            throw refused("a record has one object");
        }
        record.id().append(id(attribute("id"), "id"));
    }

    private void field(@Nullable Opened record, String name) throws Refused {
        path.addLast(shortened(name));
        if (record != null) {
            for (int i = 0; i < in.getAttributeCount(); i++) {
                put(record, path() + '@' + shortened(in.getAttributeLocalName(i)), in.getAttributeValue(i));
            }
        }
    }

    private String path() {
        return path.size() == 1 ? path.getFirst() : String.join("/", path);
    }

    private void characters() throws Refused {
        if (depth > 3) {
            if (text.length() + in.getTextLength() > MAX_TEXT) {
                throw refused("a text is longer than " + MAX_TEXT + " characters");
            }
            text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
        }
    }

    private void end() throws Refused {
        @Nullable Opened record = open;
        if (depth > 3 && record != null) {
            put(record, path(), text.toString().strip());
            path.removeLast();
        } else if (depth == 2 && record != null) {
            if (record.id().isEmpty()) {
                throw refused("a record without an object");
            }
            records.add(new CdrRecord(session, record.index(), record.missing(), record.time(), record.type(), record.id().toString(), record.fields()));
            open = null;
        }
        text.setLength(0);
        depth--;
    }

    /** What comes more than once, such as alarms, is numbered. */
    private void put(Opened record, String key, String value) throws Refused {
        if (record.fields().size() >= MAX_FIELDS) {
            throw refused("a record with more than " + MAX_FIELDS + " fields");
        }
        String unique = key;
        for (int i = 2; record.fields().containsKey(unique); i++) {
            unique = key + '#' + i;
        }
        record.fields().put(unique, value);
    }

    private String attribute(String name) {
        @Nullable String value = in.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private String id(String value, String what) throws Refused {
        if (value.isBlank() || value.length() > MAX_ID || value.chars().anyMatch(Character::isISOControl)) {
            throw refused(what + " is missing or no identifier");
        }
        return value;
    }

    private long number(String value, String what) throws Refused {
        if (value.isEmpty() || value.length() > MAX_DIGITS || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw refused(what + " is missing or no number");
        }
        return Long.parseLong(value);
    }

    /** Records that come together are mostly of the same second. */
    private Instant time(String value) throws Refused {
        try {
            if (!value.equals(timeText)) {
                time = Instant.parse(value);
                timeText = value;
            }
            return time;
        } catch (DateTimeException e) {
            throw refused("time is missing or not as in 2026-01-31T12:00:00Z");
        }
    }

    private Refused refused(String why) {
        return new Refused("line " + in.getLocation().getLineNumber() + ": " + why);
    }

    private static String shortened(String text) {
        return text.length() > MAX_ID ? text.substring(0, MAX_ID) : text;
    }
}
