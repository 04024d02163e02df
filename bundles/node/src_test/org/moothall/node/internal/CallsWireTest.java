package org.moothall.node.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.testkit.ManualClock;

/** Wire reference §1.10 and §1.11: calls, participants and call legs. */
class CallsWireTest {

    private static final String CONNECTED = "<state>connected</state>";

    private final ManualClock clock = new ManualClock();
    private final QuietLab lab;
    private final WireTable table;

    CallsWireTest(@TempDir Path folder) {
        lab = new QuietLab(folder, 1, clock);
        table = new WireTable(lab).with("none", "00000000-0000-4000-8000-000000000000");
        table.play("""
                POST coSpaces name=Board&uri=board&meetingScheduler=Eva
                200 > coSpaces/<space>
                """);
    }

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void section110ACallIsMadeOnceForASpaceAndShownInOrder() {
        table.play("""
                GET calls
                200 <calls total="0"></calls>
                POST calls coSpace={space}
                200 > calls/<call>
                POST calls coSpace={space}&locked=true
                200 > calls/<same>
                GET calls
                200 <calls total="1"><call id="{call}"><name>Board</name><coSpace>{space}</coSpace><callCorrelator>{guid}</callCorrelator></call></calls>
                GET calls?coSpaceFilter={none}
                200 <calls total="0"></calls>
                GET calls/{call}
                200 <call id="{call}"><name>Board</name><callType>coSpace</callType><coSpace>{space}</coSpace><ownerName>Eva</ownerName><callCorrelator>{guid}</callCorrelator>\
                <durationSeconds>0</durationSeconds><numCallLegs>0</numCallLegs><maxCallLegs>0</maxCallLegs><numParticipantsLocal>0</numParticipantsLocal><locked>false</locked>\
                <recording>false</recording><streaming>false</streaming><allowAllMuteSelf>true</allowAllMuteSelf>\
                <allowAllPresentationContribution>true</allowAllPresentationContribution><messagePosition>middle</messagePosition><messageDuration>0</messageDuration>\
                <activeWhenEmpty>true</activeWhenEmpty><endpointRecording>false</endpointRecording></call>
                PUT calls/{call} recording=true&locked=true&joinAudioMuteOverride=true&messageText=Hello&messagePosition=top&messageDuration=permanent
                200
                GET calls/{call}
                200 <call id="{call}"><name>Board</name><callType>coSpace</callType><coSpace>{space}</coSpace><ownerName>Eva</ownerName><callCorrelator>{guid}</callCorrelator>\
                <durationSeconds>0</durationSeconds><numCallLegs>0</numCallLegs><maxCallLegs>0</maxCallLegs><numParticipantsLocal>0</numParticipantsLocal><locked>true</locked>\
                <recording>true</recording><recordingStatus>active</recordingStatus><streaming>false</streaming><allowAllMuteSelf>true</allowAllMuteSelf>\
                <allowAllPresentationContribution>true</allowAllPresentationContribution><joinAudioMuteOverride>true</joinAudioMuteOverride><messageText>Hello</messageText>\
                <messagePosition>top</messagePosition><messageDuration>permanent</messageDuration><messageTimeRemaining>permanent</messageTimeRemaining>\
                <activeWhenEmpty>true</activeWhenEmpty>\
                <endpointRecording>false</endpointRecording></call>
                PUT calls/{call} messagePosition=left
                400 <failureDetails><parameterError parameter="messagePosition" error="invalidValue" /></failureDetails>
                DELETE calls/{call}
                200
                GET calls/{call}
                404 <failureDetails><callDoesNotExist /></failureDetails>
                POST calls
                400 <failureDetails><parameterError parameter="coSpace" error="invalidValue" /></failureDetails>
                POST calls name=Ad%20hoc
                200 > calls/<adhoc>
                """);
        assertEquals(table.value("call"), table.value("same"));
    }

    @Test
    void section110And111CallsPeopleAndLegsAreOfTheTenantOfTheSpace() {
        table.play("""
                POST tenants name=Renter
                200 > tenants/<tenant>
                POST coSpaces name=Rented&tenant={tenant}
                200 > coSpaces/<rented>
                POST calls coSpace={rented}
                200 > calls/<call>
                POST calls/{call}/callLegs remoteParty=anna@example.com
                200 > callLegs/<leg>
                GET coSpaces?tenantFilter={tenant}
                200 <coSpaces total="1"><coSpace id="{rented}">{rest}</coSpace></coSpaces>
                GET calls?tenantFilter={tenant}
                200 <calls total="1"><call id="{call}"><name>Rented</name><coSpace>{rented}</coSpace><callCorrelator>{guid}</callCorrelator><tenant>{tenant}</tenant></call></calls>
                GET calls?tenantFilter={none}
                200 <calls total="0"></calls>
                GET callLegs?tenantFilter={tenant}
                200 <callLegs total="1"><callLeg id="{leg}">{rest}<call>{call}</call><tenant>{tenant}</tenant></callLeg></callLegs>
                GET participants?tenantFilter={tenant}
                200 <participants total="1"><participant id="{leg}"><name>anna</name><call>{call}</call><tenant>{tenant}</tenant></participant></participants>
                GET participants?tenantFilter={none}
                200 <participants total="0"></participants>
                """);
    }

    @Test
    void section110WhoIsCalledRingsAndThenTakesPart() {
        table.play("""
                POST calls coSpace={space}
                200 > calls/<call>
                POST calls/{call}/callLegs bandwidth=2000000
                400 <failureDetails><parameterError parameter="remoteParty" error="invalidValue" /></failureDetails>
                POST calls/{call}/calllegs remoteParty=anna@example.com&nameLabelOverride=Anna
                200 > callLegs/<leg>
                GET callLegs/{leg}
                200 <callLeg id="{leg}"><name>Anna</name><remoteParty>anna@example.com</remoteParty><originalRemoteParty>anna@example.com</originalRemoteParty>\
                <localAddress>board@lab.example</localAddress><call>{call}</call><type>sip</type><direction>outgoing</direction><canMove>false</canMove>\
                <configuration><nameLabelOverride>Anna</nameLabelOverride></configuration><status><state>{text}</state><direction>outgoing</direction><groupId>{leg}</groupId>\
                </status></callLeg>
                """);
        answered("leg");
        table.play("""
                GET callLegs?filter=anna
                200 <callLegs total="1"><callLeg id="{leg}"><name>Anna</name><remoteParty>anna@example.com</remoteParty>\
                <originalRemoteParty>anna@example.com</originalRemoteParty><call>{call}</call></callLeg></callLegs>
                GET participants/{leg}
                200 <participant id="{leg}"><call>{call}</call><numCallLegs>1</numCallLegs><name>Anna</name><uri>anna@example.com</uri><originalUri>anna@example.com</originalUri>\
                <isActivator>true</isActivator><canMove>true</canMove><configuration><nameLabelOverride>Anna</nameLabelOverride></configuration>\
                <status><state>connected</state><cameraControlAvailable>false</cameraControlAvailable></status></participant>
                GET participants
                200 <participants total="1"><participant id="{leg}"><name>Anna</name><call>{call}</call></participant></participants>
                GET calls/{call}/participants?filter=nobody
                200 <participants total="0"></participants>
                GET participants/{leg}/callLegs
                200 <callLegs total="1"><callLeg id="{leg}"><name>Anna</name><remoteParty>anna@example.com</remoteParty>\
                <originalRemoteParty>anna@example.com</originalRemoteParty><call>{call}</call></callLeg></callLegs>
                PUT callLegs/{leg} rxAudioMute=true&chosenLayout=speakerOnly
                200
                PUT callLegs/{leg}/cameraControl pan=left
                200
                POST callLegs/{leg}/generateKeyframe
                200
                GET callLegs/{leg}/callLegProfileTrace
                200 <callLegProfileTrace callLeg="{leg}"></callLegProfileTrace>
                DELETE callLegs/{leg}
                200
                GET callLegs/{leg}
                404 <failureDetails><callLegDoesNotExist /></failureDetails>
                """);
    }

    @Test
    void section110AParticipantIsAddedChangedMovedAndRemoved() {
        table.play("""
                POST calls coSpace={space}
                200 > calls/<call>
                POST calls name=Other
                200 > calls/<other>
                POST calls/{call}/participants remoteParty=bert@example.com&importance=5&confirmation=false
                200 > participants/<one>
                """);
        answered("one");
        table.play("""
                PUT calls/{call}/participants/* rxAudioMute=true&mode=selected&filterIds={one}
                200
                PUT calls/{call}/participants/* rxAudioMute=true&mode=some
                400 <failureDetails><parameterError parameter="mode" error="invalidValue" /></failureDetails>
                PUT participants/{one} importance=7&deactivated=true
                200
                GET callLegs/{one}
                200 <callLeg id="{one}"><name>bert</name><remoteParty>bert@example.com</remoteParty><originalRemoteParty>bert@example.com</originalRemoteParty>\
                <localAddress>board@lab.example</localAddress><call>{call}</call><type>sip</type><direction>outgoing</direction><canMove>true</canMove>\
                <configuration><importance>7</importance><rxAudioMute>true</rxAudioMute></configuration><status><state>connected</state><durationSeconds>{int}</durationSeconds>\
                <direction>outgoing</direction><sipCallId>{text}</sipCallId><groupId>{one}</groupId><deactivated>true</deactivated>{rest}</status></callLeg>
                PUT participants/{one} deactivated=false
                200
                POST calls/{other}/participants movedParticipant={one}&needsActivation=false
                200 > participants/<moved>
                GET participants/{one}
                404 <failureDetails><participantDoesNotExist /></failureDetails>
                GET participants/{moved}
                200 <participant id="{moved}"><call>{other}</call><numCallLegs>1</numCallLegs><name>bert</name><uri>bert@example.com</uri>\
                <originalUri>bert@example.com</originalUri>\
                <isActivator>true</isActivator><canMove>true</canMove><movedParticipant>{one}</movedParticipant><configuration></configuration>\
                <status><state>connected</state><cameraControlAvailable>false</cameraControlAvailable></status></participant>
                POST calls/{other}/participants movedParticipant={none}
                400 <failureDetails><parameterError parameter="movedParticipant" error="invalidValue" /></failureDetails>
                DELETE participants/{moved}
                200
                DELETE participants/{moved}
                404 <failureDetails><participantDoesNotExist /></failureDetails>
                """);
    }

    @Test
    void section110AFullCallRefusesAndProfilesCount() {
        table.play("""
                POST callProfiles participantLimit=1&recordingMode=disabled&locked=true
                200 > callProfiles/<profile>
                POST callLegProfiles rxAudioMute=true&defaultLayout=stacked
                200 > callLegProfiles/<leg>
                POST coSpaces name=Small&callProfile={profile}&callLegProfile={leg}
                200 > coSpaces/<small>
                POST calls coSpace={small}
                200 > calls/<call>
                POST calls/{call}/participants remoteParty=a@x
                200 > participants/<one>
                POST calls/{call}/participants remoteParty=b@x
                400 <failureDetails><participantLimitReached /></failureDetails>
                PUT calls/{call} recording=true
                400 <failureDetails><callRecordingCannotBeModified /></failureDetails>
                GET callLegs/{one}/callLegProfileTrace
                200 <callLegProfileTrace callLeg="{one}"><profile scope="coSpace"><callLegProfile id="{leg}">{rest}</callLegProfile></profile></callLegProfileTrace>
                """);
    }

    @Test
    void section111TheStatusOfALegHasItsStreams() {
        table.play("""
                POST calls coSpace={space}
                200 > calls/<call>
                POST calls/{call}/callLegs remoteParty=room@example.com
                200 > callLegs/<leg>
                """);
        answered("leg");
        table.play("""
                GET callLegs/{leg}
                200 <callLeg id="{leg}">{rest}<configuration></configuration><status><state>connected</state><durationSeconds>{int}</durationSeconds>\
                <direction>outgoing</direction>\
                <sipCallId>{text}</sipCallId><groupId>{leg}</groupId><encryptedMedia>true</encryptedMedia><unencryptedMedia>false</unencryptedMedia>\
                <cipherSuite>{text}</cipherSuite><layout>automatic</layout><activeLayout>{text}</activeLayout><availableVideoStreams>{int}</availableVideoStreams>\
                <cameraControlAvailable>false</cameraControlAvailable>\
                <rxAudio><codec>{text}</codec><packetLossPercentage>{dec}</packetLossPercentage><jitter>{int}</jitter><bitRate>{int}</bitRate><gainApplied>{dec}</gainApplied>\
                </rxAudio>\
                <txAudio><codec>{text}</codec><packetLossPercentage>{dec}</packetLossPercentage><jitter>{int}</jitter><bitRate>{int}</bitRate>\
                <roundTripTime>{int}</roundTripTime></txAudio>\
                <rxVideo role="main"><codec>{text}</codec><width>{int}</width><height>{int}</height><frameRate>{dec}</frameRate><bitRate>{int}</bitRate>\
                <packetLossPercentage>{dec}</packetLossPercentage><jitter>{int}</jitter></rxVideo>\
                <txVideo role="main"><codec>{text}</codec><width>{int}</width><height>{int}</height><frameRate>{dec}</frameRate><bitRate>{int}</bitRate>\
                <packetLossPercentage>{dec}</packetLossPercentage><jitter>{int}</jitter><roundTripTime>{int}</roundTripTime></txVideo></status></callLeg>
                """);
    }

    @Test
    void section111LegsAreFoundByLayoutStreamsAndOwner() {
        table.play("""
                POST calls coSpace={space}
                200 > calls/<call>
                POST calls/{call}/callLegs remoteParty=a@x&chosenLayout=stacked&ownerId=me
                200 > callLegs/<leg>
                POST calls/{call}/callLegs remoteParty=b@x
                200 > callLegs/<other>
                """);
        answered("other");
        assertEquals(1, total("activeLayoutFilter=stacked"));
        assertEquals(1, total("ownerIdSet=true"));
        assertEquals(1, total("ownerIdSet=false"));
        assertEquals(2, total("availableVideoStreamsLowerBound=4&availableVideoStreamsUpperBound=4"));
        assertEquals(0, total("availableVideoStreamsLowerBound=5"));
        assertEquals(1, total("participantFilter=" + table.value("leg")));
    }

    private int total(String query) {
        String xml = lab.get(0, "callLegs?" + query);
        return Integer.parseInt(xml.replaceAll(".*total=\"(\\d+)\".*", "$1"));
    }

    @Test
    void section117AsASchedulerAddsTheServerAndHoldsAMeeting() {
        table.play("""
                POST callProfiles participantLimit=1000&messageBoardEnabled=false
                200 > callProfiles/<profile>
                POST callLegProfiles defaultLayout=telepresence&changeLayoutAllowed=true&presentationContributionAllowed=true&presentationViewingAllowed=true\
                &muteSelfAllowed=true&videoMuteSelfAllowed=true
                200 > callLegProfiles/<legs>
                PUT cospaces/{space} &nonMemberAccess=true&passcode=4711&name=Weekly&secret=6fa459ea-ee8a-3ca4-894e-db77e160355e
                200
                POST calls &coSpace={space}
                200 > calls/<call>
                POST calls/{call}/calllegs &remoteParty=room1@example.com
                200 > callLegs/<leg>
                GET calllegs
                200 <callLegs total="1"><callLeg id="{leg}"><name>room1</name><remoteParty>room1@example.com</remoteParty>\
                <originalRemoteParty>room1@example.com</originalRemoteParty><call>{call}</call></callLeg></callLegs>
                PUT cospaces/{space} &nonMemberAccess=false&name=TMS_Scheduled_Meeting_1&regenerateSecret=true
                200
                DELETE calls/{call}
                200
                GET callLegs
                200 <callLegs total="0"></callLegs>
                """);
    }

    private void answered(String leg) {
        clock.advance(Duration.ofSeconds(5));
        QuietLab.await(() -> lab.get(0, "callLegs/" + table.value(leg)).contains(CONNECTED));
    }
}
