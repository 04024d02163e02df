package org.moothall.meetings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.meetings.internal.RoomFixture.await;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.moothall.core.PageRequest;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.internal.intake.CdrIntake.Answer;
import org.moothall.notifications.Severity;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.LinkState;

/** What we keep going with a bridge: receiver, events, repair. */
class BridgeLinkTest extends WithRoom {

    private static final String A_CALL = "{'messageId':1,'type':'callListUpdate','subscriptionIndex':1,'updates':[{'call':'%s','updateType':'add','name':'%s',"
            + "'participants':0,'callType':'coSpace','callCorrelator':'x-%s'}]}";

    @Test
    void registersItselfUnderASecretOfEachBridge() {
        ScriptedBridge one = it().bridge("one");
        ScriptedBridge two = it().bridge("two");
        assertTrue(one.receivers().get(0).startsWith("https://127.0.0.1:8443/cdr/"), one.receivers()::toString);
        assertFalse(one.receivers().equals(two.receivers()));
        await(() -> it().servers.reports.get("one CDR") == LinkState.CONNECTED && it().servers.reports.get("two EVENTS") == LinkState.CONNECTED);
    }

    @Test
    void displacesNobodyWhereAllReceiversAreTakenAndSaysSo() {
        ScriptedBridge full = new ScriptedBridge();
        for (int i = 0; i < 4; i++) {
            full.put("system/cdrReceivers/" + i, "uri", "https://other.example/" + i);
        }
        it().servers.add("full", full);
        await(() -> it().conditions.find("meetings.receiver:full").isPresent());
        assertEquals(4, full.receivers().size());
        assertTrue(it().conditions.find("meetings.receiver:full").orElseThrow().remedy().contains("Remove a receiver"));
    }

    @Test
    void aRefusedRegistrationIsToldWithWhatToDoAndTriedAgain() {
        ScriptedBridge strict = new ScriptedBridge();
        strict.refuse("POST system/cdrReceivers", "parameterError");
        it().servers.add("strict", strict);
        await(() -> it().conditions.find("meetings.receiver:strict").isPresent());
        var condition = it().conditions.find("meetings.receiver:strict").orElseThrow();
        assertEquals(Severity.ERROR, condition.severity());
        assertTrue(condition.explanation().contains("parameterError"), condition::explanation);
        strict.refuse("POST system/cdrReceivers", "");
        it().advanceUntil(() -> it().conditions.find("meetings.receiver:strict").isEmpty());
        assertEquals(1, strict.receivers().size());
    }

    @Test
    void aPlaceThatWasTakenWhileWeLookedIsToldAsTaken() {
        ScriptedBridge quick = new ScriptedBridge();
        quick.refuse("POST system/cdrReceivers", "tooManyCdrReceivers");
        it().servers.add("quick", quick);
        await(() -> it().conditions.find("meetings.receiver:quick").isPresent());
        assertTrue(it().conditions.find("meetings.receiver:quick").orElseThrow().message().contains("no room"));
    }

    @Test
    void aBridgeThatIsRemovedHasLostOurReceiverAndEventsWhenRemovalReturns() {
        ScriptedBridge bridge = it().bridge("one");
        String secret = it().secret(bridge);
        it().servers.remove(new CallBridgeId("one"));
        assertEquals(List.of(), bridge.receivers());
        assertFalse(bridge.listening());
        assertTrue(it().room.intake().sender(secret).isEmpty());
    }

    @Test
    void whatWentOnOnABridgeThatIsRemovedEndsIncomplete() {
        ScriptedBridge bridge = it().bridge("one");
        it().send(bridge, "s1", Cdr.callStart(0, "c1", "Board"), Cdr.legStart(1, "ada", "c1", "Ada"));
        await(() -> shown() == 1);
        it().servers.remove(new CallBridgeId("one"));
        await(() -> shown() == 0);
        Meeting ended = it().meetings.find(new MeetingQuery(MeetingState.ENDED, "", null, MeetingQuery.Sort.NAME, false, PageRequest.first())).items().get(0);
        assertEquals(List.of("Board", false, 0), List.of(ended.name(), ended.complete(), ended.participants()));
    }

    @Test
    void meetingManagementOffTakesUsOffAtOnceAndOnAgainResynchronises() {
        ScriptedBridge bridge = it().bridge("one");
        bridge.put("calls/c1", "name", "Board", "callCorrelator", "x-Board");
        it().send(bridge, "s1", Cdr.callStart(0, "c1", "Board"));
        await(() -> shown() == 1);
        it().servers.manageMeetings(false);
        assertEquals(List.of(), bridge.receivers());
        assertFalse(bridge.listening());
        assertEquals(LinkState.OFF, it().servers.reports.get("one CDR"));
        await(() -> shown() == 0);
        it().servers.manageMeetings(true);
        await(() -> bridge.receivers().size() == 1 && bridge.listening() && shown() == 1);
    }

    @Test
    void subscriptionsAreGatheredToOneRequestASecond() {
        ScriptedBridge bridge = it().bridge("one");
        for (int i = 0; i < 30; i++) {
            bridge.tell(String.format(A_CALL, "c" + i, "m" + i, "m" + i));
        }
        assertEquals(1, requests(bridge).size(), "within the first second");
        it().advance(Duration.ofSeconds(1));
        assertEquals(2, requests(bridge).size());
        it().advance(Duration.ofSeconds(5));
        assertEquals(2, requests(bridge).size(), "nothing changed");
        String last = requests(bridge).get(1);
        assertEquals(30, last.split("\"callRoster\"").length - 1);
        assertEquals(30, last.split("\"callInfo\"").length - 1);
        assertTrue(last.contains("joinAudioMuteOverride"));
    }

    @Test
    void aCallThatEndedIsNoLongerSubscribed() {
        ScriptedBridge bridge = it().bridge("one");
        bridge.tell(String.format(A_CALL, "c1", "Board", "Board"));
        it().advance(Duration.ofSeconds(1));
        bridge.tell("{'messageId':2,'type':'callListUpdate','subscriptionIndex':1,'updates':[{'call':'c1','updateType':'remove'}]}");
        it().advance(Duration.ofSeconds(1));
        assertFalse(requests(bridge).get(2).contains("c1"));
    }

    @Test
    void everyMessageOfTheBridgeIsAcknowledged() {
        ScriptedBridge bridge = it().bridge("one");
        bridge.tell("{'messageId':17,'type':'subscriptionUpdate','subscriptions':[]}");
        assertTrue(bridge.sent.stream().anyMatch(text -> text.contains("messageAck") && text.contains("17")));
    }

    @Test
    void missingRecordsAreToldFromWhenToWhenAndRepairedByReading() {
        ScriptedBridge bridge = it().bridge("one");
        it().send(bridge, "s1", Cdr.callStart(0, "c1", "Board"));
        bridge.put("calls/c1", "name", "Board", "callCorrelator", "x-Board");
        bridge.put("participants/p1", "call", "c1", "name", "Ada");
        bridge.put("callLegs/p1", "call", "c1", "type", "sip", "groupId", "p1", "state", "connected");
        bridge.nextRecord(6);
        assertEquals(Answer.KEPT, it().send(bridge, "s1", Cdr.record(5, "callLegUpdate", " numPreceedingRecordsMissing=\"4\"",
                "<callLeg id=\"p1\"><state>connected</state><call>c1</call><groupId>p1</groupId><displayName>Ada</displayName></callLeg>")));
        await(() -> it().conditions.find("meetings.gap:one").isPresent());
        String told = it().conditions.find("meetings.gap:one").orElseThrow().explanation();
        assertTrue(told.contains("From 2026-03-02 12:00:00 UTC to 2026-03-02 12:00:00 UTC at least 4"), told);
        await(() -> bridge.asked.stream().filter("LIST callLegs"::equals).count() >= 2);
        await(() -> it().meetings.find(query()).items().stream().allMatch(meeting -> meeting.complete() && meeting.participants() == 1));
    }

    @Test
    void aBrokenEventsChannelIsOpenedAgainAndTheBridgeReadAnew() {
        ScriptedBridge bridge = it().bridge("one");
        await(() -> bridge.asked.contains("LIST callLegs"));
        long reads = bridge.asked.stream().filter("LIST callLegs"::equals).count();
        bridge.breakEvents();
        it().advanceUntil(() -> bridge.listening() && bridge.asked.stream().filter("LIST callLegs"::equals).count() > reads);
        assertEquals(LinkState.CONNECTED, it().servers.reports.get("one EVENTS"));
    }

    @Test
    void recordsThatAreWrittenButNeverArriveAreTold() {
        ScriptedBridge bridge = it().bridge("one");
        await(() -> bridge.asked.contains("LIST callLegs"));
        it().advanceUntil(Duration.ofSeconds(5), () -> {
            bridge.nextRecord(it().clock.instant().getEpochSecond() - 1_772_000_000L);
            return it().conditions.find("meetings.receiver:one").isPresent();
        });
        assertTrue(it().conditions.find("meetings.receiver:one").orElseThrow().message().contains("do not arrive"));
    }

    private static List<String> requests(ScriptedBridge bridge) {
        return bridge.sent.stream().filter(text -> text.contains("subscribeRequest")).toList();
    }

    private int shown() {
        return it().meetings.find(query()).items().size();
    }

    private static MeetingQuery query() {
        return new MeetingQuery(MeetingState.ACTIVE, "", null, MeetingQuery.Sort.NAME, false, PageRequest.first());
    }
}
