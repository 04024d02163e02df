package org.moothall.meetings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.moothall.meetings.internal.RoomFixture.await;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.moothall.core.PageRequest;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.Participant;
import org.moothall.meetings.Participant.Device;
import org.moothall.meetings.Participant.Quality;
import org.moothall.meetings.Participant.State;
import org.moothall.servers.ClusterId;

/** What one needs of each participant at a glance. */
class AtAGlanceTest extends ActionsRules {

    @Test
    void whetherTheySpeakAreMutedPresentOrWaitHowWellTheyAreConnectedWithWhichDeviceAndWhere() {
        ScriptedBridge one = it().bridge("one");
        MeetingId board = meeting(one, "c1", 0, 1);
        meeting(it().bridge("two"), "c2", 0, 1);
        it().send(one, "s1", Cdr.legStart(3, "web", "c1", "Web").replace("<type>sip</type>", "<type>acano</type><subType>webApp</subType>"),
                Cdr.legUpdate(5, "web", "c1", "<deactivated>true</deactivated>"));
        one.tell("{'messageId':1,'type':'callListUpdate','subscriptionIndex':1,'updates':[{'call':'c1','updateType':'add','name':'Board'}]}");
        one.tell("{'messageId':2,'type':'rosterUpdate','subscriptionIndex':2,'updates':[{'participant':'c1-p0','updateType':'add','state':'connected',"
                + "'audioMuted':true,'videoMuted':true,'presenter':true,'activeSpeaker':true,'layout':'stacked','importance':3}]}");
        it().room.desk(new ClusterId("lab")).orElseThrow().tell(p -> p.legs().alarms("one", Map.of("c1-p0", "packetLoss")));
        await(() -> shown(board, "c1-p0").speaking() && shown(board, "c1-p0").quality() == Quality.POOR && shown(board, "web").state() == State.IN_LOBBY);
        Participant person = shown(board, "c1-p0");
        assertEquals(List.of(true, true, true), List.of(person.audioMuted(), person.videoMuted(), person.presenting()));
        assertEquals(List.of(Device.SIP, "one", "stacked", "3"),
                List.of(person.device(), person.callBridge(), String.valueOf(person.layout()), String.valueOf(person.importance())));
        assertEquals(List.of(Device.WEB_APP, "two"), List.of(shown(board, "web").device(), shown(board, "c2-p0").callBridge()));
    }

    private Participant shown(MeetingId meeting, String id) {
        return it().meetings.participants(meeting, "", PageRequest.first()).items().stream().filter(person -> person.id().value().equals(id)).findFirst()
                .orElseThrow();
    }
}
