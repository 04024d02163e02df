package org.moothall.mediaengine.callbridge.internal.cdr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.moothall.mediaengine.Arrival;
import org.moothall.mediaengine.Call;
import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.Catalogue;
import org.moothall.mediaengine.Chance;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.EndReason;
import org.moothall.mediaengine.Endpoint;
import org.moothall.mediaengine.Identities;
import org.moothall.mediaengine.Space;
import org.moothall.mediaengine.Spaces;
import org.moothall.mediaengine.Terms;
import org.moothall.testkit.ManualClock;

/** Wire reference §2.3 to §2.7: every type of record and its fields, a row each. */
class CdrWriterTest {

    private static final UUID SPACE = new UUID(7, 7);
    private static final UUID OTHER = new UUID(9, 9);
    private static final UUID LOCKED = new UUID(6, 6);
    private static final UUID RENTED = new UUID(5, 5);
    private static final String TENANT = "00000000-0000-4000-8000-00000000000a";
    private static final UUID MEETING = new UUID(8, 8);
    private static final UUID BRIDGE = new UUID(3, 3);
    private static final Set<String> REASONS = Set.of("apiInitiatedTeardown", "callDeactivated", "callEnded", "callMoved", "clientInitiatedTeardown",
            "confirmationTimeOut", "dnsFailure", "encryptionRequired", "error", "incorrectPasscode", "ivrTimeout", "ivrUnknownCall", "localTeardown",
            "participantLimitReached", "tenantParticipantLimitReached", "remoteBusy", "remoteRejected", "remoteTeardown", "ringingTimeout", "timeout",
            "unknownDestination");

    private final ManualClock clock = new ManualClock();
    private final Identities ids = new Identities(7, 0, 0);
    private final Catalogue catalogue = new Catalogue(clock, ids, List.of());
    private final Conference conference = new Conference(clock,
            new Spaces(clock, ids,
                    List.of(new Space(SPACE, Map.of("name", "Board & co", "uri", "board", "meetingScheduler", "Eva", "cdrTag", "blue"), 1, false),
                            new Space(OTHER, Map.of("name", "Other"), 1, false), new Space(LOCKED, Map.of("name", "Locked", "passcode", "123"), 1, false),
                            new Space(RENTED, Map.of("name", "Rented", "tenant", TENANT, "streamUrl", "rtmps://there"), 1, false))),
            Terms.of(clock, catalogue), "lab.example", ids);
    private final List<CdrRecord> records = new ArrayList<>();

    CdrWriterTest() {
        conference.listen(event -> CdrWriter.of(event).ifPresent(records::add));
    }

    @Test
    void section23ASipCallIsALegThenACallThenItsUpdate() {
        join(Endpoint.Kind.ROOM, Map.of());
        assertEquals(List.of("callLegStart", "callStart", "callLegUpdate"), types());
        assertTrue(!content("callLegStart").contains("<call>"), content("callLegStart"));
    }

    @Test
    void section23AWebCallIsACallThenALegInItThenItsUpdate() {
        CallLeg leg = join(Endpoint.Kind.WEB_GUEST, Map.of());
        assertEquals(List.of("callStart", "callLegStart", "callLegUpdate"), types());
        assertEquals("<callLeg id=\"" + leg.id() + "\"><remoteParty>anna@x</remoteParty><localAddress>board@lab.example</localAddress>"
                + "<remoteAddress>10.0.0.1</remoteAddress><displayName>Anna</displayName><type>acano</type><subType>webApp</subType>"
                + "<direction>incoming</direction><guestConnection>true</guestConnection><call>" + leg.call() + "</call><groupId>" + leg.id()
                + "</groupId></callLeg>", content("callLegStart"));
    }

    @Test
    void section24ACallStartHasNameOwnerTypeSpaceTagAndCorrelator() {
        Call call = conference.open(SPACE, MEETING, Map.of());
        assertEquals("<call id=\"" + call.id() + "\"><name>Board &amp; co</name><ownerName>Eva</ownerName><callType>coSpace</callType><coSpace>" + SPACE
                + "</coSpace><cdrTag>blue</cdrTag><callCorrelator>" + MEETING + "</callCorrelator></call>", content("callStart"));
        records.clear();
        Call adHoc = conference.openAdHoc("Quick", MEETING, Map.of());
        assertEquals("<call id=\"" + adHoc.id() + "\"><name>Quick</name><callType>adHoc</callType><callCorrelator>" + MEETING + "</callCorrelator></call>",
                content("callStart"));
    }

    @Test
    void section24ACallEndHasItsCountersAndItsTime() {
        CallLeg one = join(Endpoint.Kind.ROOM, Map.of());
        CallLeg other = join(Endpoint.Kind.DESK, Map.of());
        clock.advance(Duration.ofSeconds(90));
        conference.hangUp(one.id(), EndReason.REMOTE_TEARDOWN);
        conference.hangUp(other.id(), EndReason.REMOTE_TEARDOWN);
        assertEquals("<call id=\"" + one.call() + "\"><callLegsCompleted>2</callLegsCompleted><callLegsMaxActive>2</callLegsMaxActive>"
                + "<durationSeconds>90</durationSeconds></call>", content("callEnd"));
    }

    @Test
    void section25ALyncLegSaysSoAndCannotMove() {
        join(Endpoint.Kind.LYNC, Map.of());
        assertTrue(content("callLegStart").contains("<type>sip</type><subType>lync</subType><lyncSubType>audioVideo</lyncSubType>"), content("callLegStart"));
        assertTrue(content("callLegUpdate").contains("<canMove>false</canMove>"), content("callLegUpdate"));
    }

    @Test
    void section25AnOwnerIsToldInEveryRecordOfTheLeg() {
        CallLeg leg = join(Endpoint.Kind.DESK, Map.of("ownerId", "me"));
        conference.hangUp(leg.id(), EndReason.REMOTE_TEARDOWN);
        for (String type : List.of("callLegStart", "callLegUpdate", "callLegEnd")) {
            assertTrue(content(type).contains("<ownerId>me</ownerId>"), content(type));
        }
    }

    @Test
    void section25WhoWaitsInTheLobbyIsDeactivatedAndThenNot() {
        CallLeg guest = join(Endpoint.Kind.WEB_GUEST, Map.of("needsActivation", "true"));
        assertTrue(content("callLegUpdate").contains("<deactivated>true</deactivated>"), content("callLegUpdate"));
        records.clear();
        conference.change(guest.id(), Map.of("deactivated", "false"));
        assertTrue(content("callLegUpdate").contains("<deactivated>false</deactivated>"), content("callLegUpdate"));
    }

    @Test
    void section25WhatIsOfNoInterestMakesNoUpdate() {
        CallLeg leg = join(Endpoint.Kind.DESK, Map.of());
        records.clear();
        conference.change(leg.id(), Map.of("rxAudioMute", "true", "chosenLayout", "stacked"));
        conference.present(leg.id(), true);
        assertEquals(List.of(), types());
        conference.change(leg.id(), Map.of("nameLabelOverride", "Chair"));
        assertTrue(content("callLegUpdate").contains("<displayName>Chair</displayName>"), content("callLegUpdate"));
    }

    @Test
    void section25WhoIsMovedEndsThereAndBeginsHereWithWhereTheyCameFrom() {
        CallLeg leg = join(Endpoint.Kind.DESK, Map.of());
        join(Endpoint.Kind.DESK, Map.of());
        Call target = conference.open(OTHER, null, Map.of("activeWhenEmpty", "true"));
        records.clear();
        conference.move(leg.id(), target.id(), Map.of(), BRIDGE);
        assertTrue(content("callLegStart").contains("<canMove>true</canMove><movedCallLeg>" + leg.id() + "</movedCallLeg><movedCallLegCallBridge>" + BRIDGE
                + "</movedCallLegCallBridge>"), content("callLegStart"));
        assertTrue(content("callLegEnd").contains("<reason>callMoved</reason>"), content("callLegEnd"));
    }

    @Test
    void section25AnEndHasMediaAlarmsAndStatistics() {
        UUID bad = badLine();
        CallLeg leg = conference.join(new Arrival(SPACE, MEETING, bad, new Endpoint(Endpoint.Kind.ROOM, "Anna", "anna@x", "10.0.0.1", ""), Map.of()));
        clock.advance(Duration.ofSeconds(60));
        conference.hangUp(leg.id(), EndReason.TIMEOUT);
        String number = "\\d+\\.\\d+";
        String statistics = "<packetStatistics><packetLossBursts><duration>" + number + "</duration><density>" + number
                + "</density></packetLossBursts><packetGap><duration>" + number + "</duration><density>" + number + "</density></packetGap></packetStatistics>";
        String end = content("callLegEnd");
        assertTrue(end.matches("<callLeg id=\"" + bad + "\"><reason>timeout</reason><remoteTeardown>false</remoteTeardown><durationSeconds>60</durationSeconds>"
                + "<activatedDuration>60</activatedDuration><mediaUsagePercentages><mainVideoViewer>\\d+\\.\\d</mainVideoViewer><mainVideoContributor>\\d+\\.\\d"
                + "</mainVideoContributor><presentationViewer>\\d+\\.\\d</presentationViewer><presentationContributor>\\d+\\.\\d</presentationContributor>"
                + "<multistreamVideo><maxScreens>1</maxScreens></multistreamVideo></mediaUsagePercentages>"
                + "(<alarm type=\"\\w+\" durationPercentage=\"\\d+\\.\\d\" />)+<encryptedMedia>true</encryptedMedia><rxAudio><codec>aac</codec>" + statistics
                + "</rxAudio><txAudio><codec>aac</codec></txAudio><rxVideo><codec>h264</codec><maxSizeWidth>\\d+</maxSizeWidth><maxSizeHeight>\\d+</maxSizeHeight>"
                + statistics + "</rxVideo><txVideo><codec>h264</codec><maxSizeWidth>\\d+</maxSizeWidth><maxSizeHeight>\\d+</maxSizeHeight></txVideo>"
                + "<sipCallId>[^<]+</sipCallId></callLeg>"), end);
    }

    @Test
    void section24ACallStartHasTheTenantOfItsSpace() {
        Call call = conference.open(RENTED, MEETING, Map.of("activeWhenEmpty", "true"));
        assertTrue(content("callStart").contains("</coSpace><tenant>" + TENANT + "</tenant><callCorrelator>"), content("callStart"));
        conference.changeCall(call.id(), Map.of("streaming", "true"));
        assertTrue(content("streamingStart").contains("<streamUrl>rtmps://there</streamUrl>"), content("streamingStart"));
    }

    @Test
    void section24ACallEndTellsThatAnEndpointRecorded() {
        CallLeg leg = join(Endpoint.Kind.LYNC, Map.of());
        conference.recordItself(leg.id(), true);
        assertTrue(conference.endpointRecords(conference.calls().getFirst()));
        conference.recordItself(leg.id(), false);
        conference.hangUp(leg.id(), EndReason.REMOTE_TEARDOWN);
        assertTrue(content("callEnd").endsWith("</durationSeconds><endpointRecorded>true</endpointRecorded></call>"), content("callEnd"));
    }

    @Test
    void section25WhoIsAskedForThePasscodeIsAtTheIvrBeforeTheyAreInTheCall() {
        conference.join(arrival(LOCKED, "anna@x"));
        assertEquals(List.of("callLegStart", "callLegUpdate"), types());
        assertTrue(content("callLegUpdate").contains("<state>connected</state><ivr></ivr><deactivated>false</deactivated>"), content("callLegUpdate"));
        after(4);
        assertEquals(List.of("callLegStart", "callLegUpdate", "callStart", "callLegUpdate"), types());
        assertTrue(content("callLegUpdate").contains("<state>connected</state><call>") && !content("callLegUpdate").contains("ivr"), content("callLegUpdate"));
    }

    @Test
    void section26AWrongPasscodeAndNoneEndTheLegWithoutACall() {
        conference.join(arrival(LOCKED, "wrongcode@x"));
        after(4);
        assertTrue(content("callLegEnd").contains("<reason>incorrectPasscode</reason>"), content("callLegEnd"));
        conference.join(arrival(LOCKED, "nocode@x"));
        after(30);
        assertTrue(content("callLegEnd").contains("<reason>ivrTimeout</reason>"), content("callLegEnd"));
        assertEquals(List.of(), conference.calls());
    }

    @Test
    void section25ATagIsToldInEveryRecordOfTheLeg() {
        catalogue.changeSingle("importedUsers", Map.of("tag:anna@x", "blue team"));
        CallLeg leg = conference.join(new Arrival(SPACE, MEETING, new Endpoint(Endpoint.Kind.WEB_APP, "Anna", "anna@x", "10.0.0.1", "anna@x"), Map.of()));
        conference.hangUp(leg.id(), EndReason.CLIENT_INITIATED_TEARDOWN);
        assertTrue(content("callLegStart").contains("\"><cdrTag>blue team</cdrTag><remoteParty>"), content("callLegStart"));
        assertTrue(content("callLegUpdate").contains("</deactivated><cdrTag>blue team</cdrTag><groupId>"), content("callLegUpdate"));
        assertTrue(content("callLegEnd").contains("\"><cdrTag>blue team</cdrTag><reason>"), content("callLegEnd"));
    }

    @Test
    void section25WhoIsMovedOverSipReplacesTheLegBefore() {
        CallLeg leg = join(Endpoint.Kind.DESK, Map.of());
        Call other = conference.open(OTHER, null, Map.of());
        conference.move(leg.id(), other.id(), Map.of(), null);
        assertTrue(content("callLegStart").contains("<replacesSipCallId>" + leg.sipCallId() + "</replacesSipCallId>"), content("callLegStart"));
    }

    @Test
    void section25MediaThatMayNotBeEncryptedIsNot() {
        CallLeg leg = join(Endpoint.Kind.DESK, Map.of("sipMediaEncryption", "prohibited"));
        conference.hangUp(leg.id(), EndReason.REMOTE_TEARDOWN);
        assertTrue(content("callLegEnd").contains("<unencryptedMedia>true</unencryptedMedia>"), content("callLegEnd"));
        assertTrue(!content("callLegEnd").contains("encryptedMedia>true</encryptedMedia>"), content("callLegEnd"));
    }

    @Test
    void section26EveryReasonHasItsWord() {
        Set<String> words = new TreeSet<>(Arrays.stream(EndReason.values()).map(EndReason::wire).toList());
        assertEquals(new TreeSet<>(REASONS), words);
    }

    @Test
    void section27RecordingAndStreamingBeginWithWhereToAndEndWithTheirIdAlone() {
        Call call = conference.open(SPACE, MEETING, Map.of("activeWhenEmpty", "true"));
        conference.changeCall(call.id(), Map.of("recording", "true", "streaming", "true"));
        conference.changeCall(call.id(), Map.of("recording", "false", "streaming", "false"));
        assertEquals(List.of("callStart", "recordingStart", "streamingStart", "recordingEnd", "streamingEnd"), types());
        String tail = "<call>" + call.id() + "</call><callLeg>.{36}</callLeg>";
        assertTrue(content("recordingStart").matches("<recording id=\".{36}\"><path>[^<]+</path><recorderUri>[^<]+</recorderUri>" + tail + "</recording>"),
                content("recordingStart"));
        assertTrue(content("streamingStart").matches("<streaming id=\".{36}\"><streamUrl>[^<]+</streamUrl><streamerUri>[^<]+</streamerUri>" + tail
                + "</streaming>"), content("streamingStart"));
        assertTrue(content("streamingEnd").matches("<streaming id=\".{36}\"></streaming>"), content("streamingEnd"));
    }

    /** An id that stands for a line that loses packets all the time. */
    private static UUID badLine() {
        UUID id = new UUID(1, 1);
        for (long low = 1; Chance.of(id.getLeastSignificantBits()).unit() >= 0.02; low++) {
            id = new UUID(1, low);
        }
        return id;
    }

    private CallLeg join(Endpoint.Kind kind, Map<String, String> settings) {
        return conference.join(new Arrival(SPACE, MEETING, new Endpoint(kind, "Anna", "anna@x", "10.0.0.1", ""), settings));
    }

    private static Arrival arrival(UUID space, String address) {
        return new Arrival(space, MEETING, new Endpoint(Endpoint.Kind.DESK, "Anna", address, "10.0.0.1", ""), Map.of());
    }

    private void after(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
        conference.advance();
    }

    private List<String> types() {
        return records.stream().map(CdrRecord::type).toList();
    }

    /** The content of the last record of this type. */
    private String content(String type) {
        return Objects.requireNonNull(records.stream().filter(record -> record.type().equals(type)).reduce((first, second) -> second).orElseThrow().content());
    }
}
