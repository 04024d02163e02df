package org.moothall.testkit.intake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a Call Bridge has to tell, without end: the record of a number is always the same but for its time. Meetings begin,
 * fill, empty and end, some of them interleaved. Also the naive judge: what must be the case after so many records.
 *
 * @spec wire §2.2
 */
public final class RecordScript {

    /** Meetings whose names share the word of a block. */
    public static final int BLOCK_MEETINGS = 100;
    /** So all words of blocks are of one length, and none is the beginning of another. */
    private static final long FIRST_BLOCK = 36L * 36 * 36 * 36;
    private static final int FEW_PEOPLE = 3;
    private static final int FEW_MEETINGS = 4;

    private final String bridge;
    private final UUID session;
    private final int people;
    private final int sideBySide;
    private final int steps;

    /** For the bridge of this name, a word of letters and digits, that runs as this session: four meetings of three at a time. */
    public RecordScript(String bridge, UUID session) {
        this(bridge, session, FEW_MEETINGS, FEW_PEOPLE);
    }

    /** With so many meetings side by side of so many people each, at most 26. */
    public RecordScript(String bridge, UUID session, int sideBySide, int people) {
        this.bridge = bridge;
        this.session = session;
        this.sideBySide = sideBySide;
        this.people = people;
        steps = 2 + 3 * people;
    }

    /** Records that are told together, from nobody there to nobody there. */
    public int round() {
        return sideBySide * steps;
    }

    /** The first so many records of a round, after which everybody is there. */
    public int arrivals() {
        return sideBySide * (1 + 2 * people);
    }

    /** The body of a POST with so many records from this number on. */
    public String body(long first, int count) {
        StringBuilder xml = new StringBuilder(count * 400).append("<?xml version=\"1.0\"?><records session=\"").append(session).append("\">");
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        for (long number = first; number < first + count; number++) {
            append(xml, number, now);
        }
        return xml.append("</records>").toString();
    }

    private void append(StringBuilder xml, long number, Instant now) {
        long meeting = meeting(number);
        int step = step(number);
        xml.append("<record type=\"").append(type(step)).append("\" time=\"").append(now).append("\" recordIndex=\"").append(number + 1)
                .append("\" correlatorIndex=\"").append(number).append("\">\n");
        if (step == 0 || step == steps - 1) {
            call(xml, meeting, step == 0);
        } else if (step <= 2 * people) {
            arrival(xml, meeting, (step - 1) / 2, step % 2 == 0);
        } else {
            xml.append("<callLeg id=\"").append(leg(meeting, step - 1 - 2 * people))
                    .append("\"><reason>remoteTeardown</reason><remoteTeardown>true</remoteTeardown><durationSeconds>1</durationSeconds></callLeg>");
        }
        xml.append("</record>\n");
    }

    private String type(int step) {
        if (step == 0) {
            return "callStart";
        }
        if (step <= 2 * people) {
            return step % 2 == 1 ? "callLegStart" : "callLegUpdate";
        }
        return step < steps - 1 ? "callLegEnd" : "callEnd";
    }

    private void call(StringBuilder xml, long meeting, boolean start) {
        xml.append("<call id=\"").append(call(meeting)).append("\">");
        if (start) {
            xml.append("<name>").append(name(meeting)).append("</name><callType>adHoc</callType><callCorrelator>").append(call(meeting))
                    .append("</callCorrelator></call>");
        } else {
            xml.append("<callLegsCompleted>").append(people).append("</callLegsCompleted><callLegsMaxActive>").append(people)
                    .append("</callLegsMaxActive><durationSeconds>1</durationSeconds></call>");
        }
    }

    private void arrival(StringBuilder xml, long meeting, int person, boolean connected) {
        xml.append("<callLeg id=\"").append(leg(meeting, person)).append("\">");
        if (connected) {
            xml.append("<state>connected</state><call>").append(call(meeting)).append("</call><deactivated>false</deactivated>");
        } else {
            xml.append("<remoteParty>").append(person(meeting, person)).append("@example.com</remoteParty><localAddress>room@example.com</localAddress>"
                    + "<displayName>").append(person(meeting, person)).append("</displayName><type>sip</type><direction>incoming</direction><call>")
                    .append(call(meeting)).append("</call>");
        }
        xml.append("<groupId>").append(leg(meeting, person)).append("</groupId></callLeg>");
    }

    /** Who leaves with the record of this number. */
    public String leaving(long number) {
        return person(meeting(number), step(number) - 1 - 2 * people);
    }

    private long meeting(long number) {
        return number / round() * sideBySide + number % sideBySide;
    }

    private int step(long number) {
        return (int) (number % round() / sideBySide);
    }

    private String name(long meeting) {
        return "Talk " + word(meeting / BLOCK_MEETINGS) + " number " + meeting;
    }

    /** The word that the names of a block's meetings have, and no others. */
    public String word(long block) {
        return bridge + 'x' + Long.toString(FIRST_BLOCK + block, Character.MAX_RADIX);
    }

    private UUID call(long meeting) {
        return new UUID(session.getMostSignificantBits(), meeting);
    }

    private UUID leg(long meeting, int person) {
        return new UUID(session.getLeastSignificantBits(), meeting * people + person);
    }

    /** The name of somebody in a meeting. */
    public static String person(long meeting, int person) {
        return "Person " + (char) ('A' + person) + meeting;
    }

    /** The meetings that go on after so many records, by name, with how many people are there. */
    public Map<String, Integer> going(long told) {
        Map<String, Integer> going = new TreeMap<>();
        for (long number = told - told % round(); number < told; number++) {
            int step = step(number);
            if (step == steps - 1) {
                going.remove(name(meeting(number)));
            } else {
                going.put(name(meeting(number)), step <= 2 * people ? step / 2 : 3 * people - step);
            }
        }
        return going;
    }

    /** How many meetings of a block have ended after so many records. */
    public int ended(long told, long block) {
        long whole = told / round() * sideBySide + Math.max(0, told % round() - (round() - sideBySide));
        return (int) Math.clamp(whole - block * BLOCK_MEETINGS, 0, BLOCK_MEETINGS);
    }

    /** The block of the meeting that this record is about. */
    public long block(long number) {
        return meeting(number) / BLOCK_MEETINGS;
    }

    /** The number in a meeting's name. */
    public static long numberIn(String name) {
        return Long.parseLong(name.substring(name.lastIndexOf(' ') + 1));
    }
}
