package org.moothall.meetings.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes call detail records as Call Bridges do. */
final class Cdr {

    private Cdr() {}

    static byte[] body(String session, String... records) {
        return ("<?xml version=\"1.0\"?><records session=\"" + session + "\">" + String.join("\n", records) + "</records>").getBytes(StandardCharsets.UTF_8);
    }

    static String callStart(long index, String call, String name) {
        return record(index, "callStart", "", "<call id=\"" + call + "\"><name>" + name + "</name><callType>coSpace</callType><callCorrelator>x-" + name
                + "</callCorrelator></call>");
    }

    static String callEnd(long index, String call) {
        return record(index, "callEnd", "", "<call id=\"" + call + "\"><durationSeconds>1</durationSeconds></call>");
    }

    static String legStart(long index, String leg, String call, String name) {
        return record(index, "callLegStart", "",
                "<callLeg id=\"" + leg + "\"><remoteParty>" + name.replace(" ", "") + "@lab.example</remoteParty><displayName>" + name
                        + "</displayName><type>sip</type><direction>incoming</direction><call>" + call + "</call><groupId>" + leg
                        + "</groupId><canMove>true</canMove></callLeg>")
                + record(index + 1, "callLegUpdate", "", "<callLeg id=\"" + leg + "\"><state>connected</state><call>" + call + "</call><groupId>" + leg
                        + "</groupId><displayName>" + name + "</displayName></callLeg>");
    }

    static String legUpdate(long index, String leg, String call, String more) {
        return record(index, "callLegUpdate", "",
                "<callLeg id=\"" + leg + "\"><state>connected</state><call>" + call + "</call><groupId>" + leg + "</groupId>" + more
                        + "</callLeg>");
    }

    static String legEnd(long index, String leg) {
        return record(index, "callLegEnd", "", "<callLeg id=\"" + leg + "\"><reason>remoteTeardown</reason></callLeg>");
    }

    /** The same, at another time. */
    static String at(Instant time, String record) {
        return record.replace("2026-03-02T12:00:00Z", time.toString());
    }

    static String record(long index, String type, String attributes, String object) {
        return "<record type=\"" + type + "\" time=\"2026-03-02T12:00:00Z\" recordIndex=\"" + (index + 1) + "\" correlatorIndex=\"" + index + "\"" + attributes
                + ">" + object + "</record>";
    }
}
