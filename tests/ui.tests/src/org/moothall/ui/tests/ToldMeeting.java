package org.moothall.ui.tests;

import java.time.Instant;
import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.moothall.testkit.intake.ScriptedCallBridge;

/** A meeting as the call detail records of a Call Bridge tell it. @spec wire §2.2 */
@NonNullByDefault({})
final class ToldMeeting {
    private final String name;
    private final StringBuilder records = new StringBuilder();
    private final String call;
    private int number;

    /** It begins. @param first number of its first record */
    ToldMeeting(String name, Instant at, int first) {
        this.name = name;
        number = first;
        call = "call-" + first;
        record("callStart", at, "<call id=\"" + call + "\"><name>" + name + "</name><callType>coSpace</callType><callCorrelator>" + call
                + "</callCorrelator></call>");
    }

    String name() {
        return name;
    }

    /** Somebody comes. */
    ToldMeeting comes(String person, Instant at) {
        String who = "<callLeg id=\"" + leg(person) + "\"><call>" + call + "</call><groupId>" + leg(person) + "</groupId><displayName>" + person
                + "</displayName>";
        record("callLegStart", at,
                who + "<remoteParty>" + QuietMeeting.address(person) + "</remoteParty><type>sip</type><direction>incoming</direction></callLeg>");
        record("callLegUpdate", at, who + "<state>connected</state></callLeg>");
        return this;
    }

    /** Somebody goes. */
    ToldMeeting goes(String person, Instant at) {
        record("callLegEnd", at, "<callLeg id=\"" + leg(person) + "\"><reason>remoteTeardown</reason></callLeg>");
        return this;
    }

    /** It ends, and the bridge tells all of it. Returns the number of its next record. */
    int ends(Instant at, List<String> here, ScriptedCallBridge bridge) {
        here.forEach(person -> goes(person, at));
        record("callEnd", at, "<call id=\"" + call + "\"><durationSeconds>1</durationSeconds></call>");
        bridge.tell(records.toString(), number);
        return number;
    }

    private String leg(String person) {
        return call + '-' + person.replace(' ', '-');
    }

    private void record(String type, Instant at, String object) {
        records.append("<record type=\"").append(type).append("\" time=\"").append(at).append("\" recordIndex=\"").append(number + 1)
                .append("\" correlatorIndex=\"").append(number++).append("\">").append(object).append("</record>");
    }
}
