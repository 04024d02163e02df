package org.moothall.node.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.testkit.ManualClock;

/** Wire reference §1.6 and §1.8: the bridge itself and the objects of its cluster. */
class SystemWireTest {

    private final ManualClock clock = new ManualClock();
    private final QuietLab lab;
    private final WireTable table;

    SystemWireTest(@TempDir Path folder) {
        lab = new QuietLab(folder, 1, clock);
        table = new WireTable(lab).with("none", "00000000-0000-4000-8000-000000000000").with("host", lab.config(0).hostId()).with("cluster",
                lab.config(0).cluster().id());
    }

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void section16StatusHasItsElementsInOrder() {
        clock.advance(Duration.ofSeconds(61));
        table.play("""
                GET system/status
                200 <status><hostId>{host}</hostId><softwareVersion>3.8</softwareVersion><uptimeSeconds>61</uptimeSeconds><cdrTime>2026-03-02T12:01:01Z</cdrTime>\
                <activated>true</activated><clusterEnabled>false</clusterEnabled><clusterId>{cluster}</clusterId><cdrCorrelatorIndex>0</cdrCorrelatorIndex>\
                <callLegsActive>0</callLegsActive><callLegsMaxActive>0</callLegsMaxActive><callLegsCompleted>0</callLegsCompleted>\
                <audioBitRateOutgoing>0</audioBitRateOutgoing><audioBitRateIncoming>0</audioBitRateIncoming><videoBitRateOutgoing>0</videoBitRateOutgoing>\
                <videoBitRateIncoming>0</videoBitRateIncoming></status>
                GET system/load
                200 <load><mediaProcessingLoad>{int}</mediaProcessingLoad></load>
                GET system/alarms
                200 <alarms total="0"></alarms>
                GET system/database
                200 <database clustered="disabled"></database>
                GET system/configuration/cluster
                200 <cluster><uniqueName></uniqueName><peerLinkBitRate></peerLinkBitRate><maxPeerVideoStreams>4</maxPeerVideoStreams><participantLimit></participantLimit>\
                <loadLimit></loadLimit><newConferenceLoadLimitBasisPoints>5000</newConferenceLoadLimitBasisPoints>\
                <existingConferenceLoadLimitBasisPoints>8000</existingConferenceLoadLimitBasisPoints></cluster>
                PUT system/configuration/cluster loadLimit=120000
                200
                """);
        lab.restart(0);
        assertTrue(lab.get(0, "system/configuration/cluster").contains("<loadLimit>120000</loadLimit>"));
    }

    @Test
    void section16FourCdrReceiversAndNoMore() {
        table.play("""
                GET system/cdrReceivers
                200 <cdrReceivers total="0" maximum="4"></cdrReceivers>
                POST system/cdrReceivers uri=https%3A%2F%2Fcmm.example%2Fmeetings%2Fcdr%2F1%2F%3Ftoken%3Dx
                200 > system/cdrReceivers/<first>
                POST system/cdrReceivers url=http://127.0.0.1:9/two
                200 > system/cdrReceivers/<second>
                GET system/cdrReceivers
                200 <cdrReceivers total="2" maximum="4"><cdrReceiver id="{first}"><uri>https://cmm.example/meetings/cdr/1/?token=x</uri></cdrReceiver>\
                <cdrReceiver id="{second}"><uri>http://127.0.0.1:9/two</uri></cdrReceiver></cdrReceivers>
                PUT system/cdrReceivers/{second} uri=
                200
                GET system/cdrReceivers/{second}
                200 <cdrReceiver id="{second}"><uri></uri></cdrReceiver>
                POST system/cdrReceivers uri=http://127.0.0.1:9/three
                200 > system/cdrReceivers/<third>
                POST system/cdrReceivers uri=http://127.0.0.1:9/four
                200 > system/cdrReceivers/<fourth>
                POST system/cdrReceivers uri=http://127.0.0.1:9/five
                400 <failureDetails><tooManyCdrReceivers /></failureDetails>
                DELETE system/cdrReceivers/{third}
                200
                GET system/cdrReceivers/{third}
                404 <failureDetails><cdrReceiverDoesNotExist /></failureDetails>
                PUT system/cdrReceiver url=http://127.0.0.1:9/one
                200
                GET system/cdrReceiver
                200 <cdrReceiver><uri>http://127.0.0.1:9/one</uri></cdrReceiver>
                POST system/cdrReceivers uri=ftp://x
                400 <failureDetails><parameterError parameter="uri" error="invalidValue" /></failureDetails>
                """);
        String before = lab.get(0, "system/cdrReceivers");
        lab.restart(0);
        assertEquals(before, lab.get(0, "system/cdrReceivers"));
    }

    @Test
    void section16SystemProfilesAreSetAndUnsetAndKept() {
        table.play("""
                GET system/profiles
                200 <profiles></profiles>
                POST callLegProfiles needsActivation=false
                200 > callLegProfiles/<leg>
                POST callProfiles participantLimit=3
                200 > callProfiles/<call>
                PUT system/profiles callLegProfile={leg}&callProfile={call}
                200
                GET system/profiles
                200 <profiles><callLegProfile>{leg}</callLegProfile><callProfile>{call}</callProfile></profiles>
                PUT system/profiles callLegProfile=
                200
                PUT system/profiles dtmfProfile={none}
                400 <failureDetails><dtmfProfileDoesNotExist /></failureDetails>
                """);
        lab.restart(0);
        table.play("""
                GET system/profiles
                200 <profiles><callProfile>{call}</callProfile></profiles>
                """);
    }

    @Test
    void section16TimedLoggingCountsDown() {
        table.play("""
                PUT system/timedLogging activeControl=600&sip=5
                200
                """);
        clock.advance(Duration.ofSeconds(10));
        assertTrue(lab.get(0, "system/timedLogging").startsWith("<?xml version=\"1.0\"?><timedLogging><activeControl>590</activeControl>"));
        table.play("""
                PUT system/timedLogging activeControl=
                200
                GET system/timedLogging
                200 <timedLogging><activeControl>0</activeControl><activeSpeaker>0</activeSpeaker><api>0</api><bfcp>0</bfcp><cameraControl>0</cameraControl><dns>0</dns>\
                <events>0</events><ice>0</ice><sip>0</sip><webBridge>0</webBridge></timedLogging>
                """);
    }

    @Test
    void section16DiagnosticsAreTakenOfACallAndReadAsText() {
        table.play("""
                POST coSpaces name=A
                200 > coSpaces/<space>
                POST calls coSpace={space}
                200 > calls/<call>
                POST calls/{call}/diagnostics
                200 > system/diagnostics/<one>
                GET system/diagnostics?coSpaceFilter={space}
                200 <diagnostics total="1"><diagnostics id="{one}"><label>A 2026-03-02T12:00:00Z</label></diagnostics></diagnostics>
                GET system/diagnostics/{one}
                200 <diagnostics id="{one}"><label>A 2026-03-02T12:00:00Z</label><coSpace>{space}</coSpace><callCorrelator>{guid}</callCorrelator>\
                <timestamp>2026-03-02T12:00:00Z</timestamp><contentsSize>{int}</contentsSize></diagnostics>
                """);
        var contents = lab.send(0, "GET", "system/diagnostics/" + table.value("one") + "/contents", "");
        assertEquals("text/plain", contents.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void section18AnUnclusteredServerHasNoCallBridges() {
        table.play("""
                GET callBridges
                200 <callBridges total="0"></callBridges>
                GET callBridges/{none}
                404 <failureDetails><callBridgeDoesNotExist /></failureDetails>
                POST callBridges name=east&address=https://10.1.1.1:445
                200 > callBridges/<bridge>
                POST callBridges name=EAST
                400 <failureDetails><duplicateCallBridgeName /></failureDetails>
                GET callBridges/{bridge}
                200 <callBridge id="{bridge}"><name>east</name><address>https://10.1.1.1:445</address><sipDomain></sipDomain></callBridge>
                DELETE callBridges/{bridge}
                200
                """);
    }

    @Test
    void section18GroupsWebBridgesAndTurnServersHaveTheirDefaults() {
        table.play("""
                POST callBridgeGroups name=North&loadBalancingEnabled=true
                200 > callBridgeGroups/<group>
                GET callBridgeGroups
                200 <callBridgeGroups total="1"><callBridgeGroup id="{group}"><name>North</name></callBridgeGroup></callBridgeGroups>
                GET callBridgeGroups/{group}
                200 <callBridgeGroup id="{group}"><name>North</name><loadBalancingEnabled>true</loadBalancingEnabled><loadBalanceLyncCalls>false</loadBalanceLyncCalls>\
                <loadBalanceOutgoingCalls>false</loadBalanceOutgoingCalls><loadBalanceUserCalls>true</loadBalanceUserCalls>\
                <loadBalanceIndirectCalls>false</loadBalanceIndirectCalls></callBridgeGroup>
                POST webBridges url=c2w://wb.example:9999&callBridgeGroup={group}
                200 > webBridges/<web>
                GET webBridges/{web}
                200 <webBridge id="{web}"><url>c2w://wb.example:9999</url><callBridgeGroup>{group}</callBridgeGroup></webBridge>
                POST turnServers serverAddress=t.example&username=u&password=p
                200 > turnServers/<turn>
                GET turnServers/{turn}
                200 <turnServer id="{turn}"><serverAddress>t.example</serverAddress><username>u</username><type>standard</type></turnServer>
                """);
    }
}
