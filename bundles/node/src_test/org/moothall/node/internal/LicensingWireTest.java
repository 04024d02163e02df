package org.moothall.node.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.testkit.ManualClock;

/** Wire reference §1.7: licences, how they are set, and what is used of them. */
class LicensingWireTest {

    private static final String NONE = "<status>noLicense</status>";
    private static final String OFFICE = """
            {"name":"Office","domain":"lab.example","warmUpMinutes":0,"firstNames":["Anna","Bert","Carl"],"lastNames":["Berg"],"rooms":["Hall"],
             "tracks":[{"spaces":["Weekly"],"minutes":1440,"fewest":1,"most":1,"spread":0,"recorded":false,"presented":false,"lobby":false,
                        "returnsWhenDropped":false}]}
            """;

    private final Path folder;
    private final ManualClock clock = new ManualClock();
    private QuietLab lab;
    private WireTable table;

    LicensingWireTest(@TempDir Path folder) {
        this.folder = folder;
        lab = new QuietLab(folder, 1, clock);
        table = new WireTable(lab).with("host", lab.config(0).hostId());
    }

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void section17ANewClusterHasNoLicenceAndWorks() {
        table.play("""
                GET clusterLicensing
                200 <clusterLicensing><features><callBridge>NO</callBridge><callBridgeNoEncryption>NO</callBridgeNoEncryption><customizations>NO</customizations>\
                <recording>NO</recording></features></clusterLicensing>
                GET clusterLicensing/raw
                200 <clusterLicensing form="moothall-1"><features><callBridge>NO</callBridge><callBridgeNoEncryption>NO</callBridgeNoEncryption>\
                <customizations>NO</customizations><recording>NO</recording></features><trials></trials></clusterLicensing>
                POST clusterLicensing
                400 <failureDetails><invalidOperation /></failureDetails>
                POST calls name=Quick&recording=true
                200 > calls/<call>
                """.replace("NO", NONE));
    }

    @Test
    void section17DatesAreSetInOurOwnFormAllOrNothingAndSurviveARestart() {
        table.play("""
                PUT clusterLicensing/raw callBridge=2026-05-31&recording=2026-03-02&trial.meetings=2026-03-01
                200
                PUT clusterLicensing/raw callBridge=2026-06-01
                400 <failureDetails><parameterError parameter="callBridge" error="invalidValue" /></failureDetails>
                PUT clusterLicensing/raw customizations=2026-04-01&callBridge=soon
                400 <failureDetails><parameterError parameter="callBridge" error="invalidValue" /></failureDetails>
                PUT clusterLicensing/raw customizations=2026-04-01&webBridge=2026-04-01
                400 <failureDetails><parameterError parameter="webBridge" error="invalidValue" /></failureDetails>
                PUT clusterLicensing/raw trial.meetings=2026-03-05
                200
                PUT clusterLicensing/raw trial.meetings=
                400 <failureDetails><parameterError parameter="trial.meetings" error="invalidValue" /></failureDetails>
                """);
        lab.restart(0);
        table.play("""
                GET clusterLicensing/raw
                200 <clusterLicensing form="moothall-1"><features><callBridge><status>activated</status><expiry>2026-05-31</expiry></callBridge>\
                <callBridgeNoEncryption>NO</callBridgeNoEncryption><customizations>NO</customizations>\
                <recording><status>expired</status><expiry>2026-03-02</expiry></recording></features>\
                <trials><trial id="meetings"><began>2026-03-01</began></trial></trials></clusterLicensing>
                PUT clusterLicensing/raw recording=
                200
                GET clusterLicensing
                200 <clusterLicensing><features><callBridge><status>activated</status><expiry>2026-05-31</expiry></callBridge>\
                <callBridgeNoEncryption>NO</callBridgeNoEncryption><customizations>NO</customizations><recording>NO</recording></features></clusterLicensing>
                """.replace("NO", NONE));
    }

    @Test
    void section17WithoutALicenceForRecordingNothingNewIsRecordedOrStreamed() {
        table.play("""
                POST calls name=Quick
                200 > calls/<call>
                PUT clusterLicensing/raw callBridge=2026-05-31&recording=2026-03-03
                200
                PUT calls/{call} recording=true
                200
                """);
        clock.advance(Duration.ofDays(1));
        table.play("""
                PUT calls/{call} locked=true&recording=true
                200
                PUT calls/{call} streaming=true
                400 <failureDetails><streamingNotAllowedByLicensing /></failureDetails>
                PUT calls/{call} recording=false
                200
                PUT calls/{call} recording=true
                400 <failureDetails><recordingNotAllowedByLicensing /></failureDetails>
                """);
    }

    @Test
    void whatParticipantsMeetIsToldByTheLabApi() {
        lab.close();
        lab = new QuietLab(folder.resolve("open"), 1, clock, "{\"seed\":1,\"labApi\":true,\"faults\":[]}");
        table = new WireTable(lab).play("""
                PUT clusterLicensing/raw callBridge=2026-03-02
                200
                POST calls name=Quick
                200 > calls/<call>
                POST calls/{call}/callLegs remoteParty=anna@example.com
                200 > callLegs/<leg>
                """);
        assertTrue(lab.get(0, "/lab/v1/state").contains("\"licences\":\"enforced\""));
        clock.advance(Duration.ofSeconds(5));
        QuietLab.await(() -> lab.get(0, "callLegs/" + table.value("leg")).contains("<state>connected</state>"));
        String notice = lab.get(0, "/lab/v1/notices/" + table.value("leg"));
        assertTrue(notice.matches("\\{\"text\":\"[^\"]+\",\"permanent\":false,\"prompt\":\"Your deployment is out of licensing compliance, .*\"}"), notice);
        assertEquals(404, lab.send(0, "GET", "/lab/v1/notices/nobody", "").statusCode());
    }

    @Test
    void section17TheLicenceFileIsShownAndNotNeeded() throws IOException {
        table.play("""
                GET system/licensing
                200 <licensing><features><callBridge>NO</callBridge><callBridgeNoEncryption>NO</callBridgeNoEncryption><webBridge>NO</webBridge><turn>NO</turn>\
                <ldap>NO</ldap><branding>NO</branding><recording>NO</recording><streaming>NO</streaming><personal>NO</personal><shared>NO</shared>\
                <capacityUnits>NO</capacityUnits></features></licensing>
                """.replace("NO", NONE));
        Files.writeString(folder.resolve("node-1/data/licence.json"), """
                {"features":{"callBridge":{"expiry":"2026-08-08"},"personal":{"expiry":"2026-03-02","limit":9}}}
                """);
        lab.restart(0);
        String shown = lab.get(0, "system/licensing");
        assertTrue(shown.contains("<callBridge><status>activated</status><expiry>2026-Aug-08</expiry></callBridge>"), shown);
        assertTrue(shown.contains("<personal><status>expired</status><expiry>2026-Mar-02</expiry><limit>9</limit></personal>"), shown);
    }

    @Test
    void section17SnapshotsComeEveryFiveMinutesNewestFirstAndSurviveARestart() {
        table.play("""
                POST calls name=Quick&recording=true
                200 > calls/<call>
                POST calls/{call}/participants remoteParty=a@x
                200 > participants/<a>
                """);
        clock.advance(Duration.ofMinutes(12));
        QuietLab.await(() -> lab.get(0, "system/MPLicenseUsage").contains("total=\"3\""));
        lab.restart(0);
        table.play("""
                GET system/MPLicenseUsage?endTime=2026-03-02T12:10:00Z
                200 <MPLicenseUsage total="3"><entry time="2026-03-02T12:10:00Z"><smpFull>1.00</smpFull><rec>1.00</rec></entry>\
                <entry time="2026-03-02T12:05:00Z"><smpFull>1.00</smpFull><rec>1.00</rec></entry><entry time="2026-03-02T12:00:00Z"></entry></MPLicenseUsage>
                GET system/MPLicenseUsage?startTime=2026-03-02T12:05:00Z&endTime=2026-03-02T12:05:00Z&hostId={host}
                200 <MPLicenseUsage total="1"><entry time="2026-03-02T12:05:00Z"><smpFull>1.00</smpFull><rec>1.00</rec></entry></MPLicenseUsage>
                GET system/MPLicenseUsage?offset=2&limit=1&endTime=2026-03-02T12:10:00Z
                200 <MPLicenseUsage total="3"><entry time="2026-03-02T12:00:00Z"></entry></MPLicenseUsage>
                GET system/MPLicenseUsage?hostId=00000000-0000-4000-8000-000000000000
                200 <MPLicenseUsage total="0"></MPLicenseUsage>
                GET system/MPLicenseUsage?startTime=yesterday
                400 <failureDetails><parameterError parameter="startTime" error="invalidValue" /></failureDetails>
                GET system/MPLicenseUsage/knownHosts
                200 <knownHosts total="1"><host id="{host}"></host></knownHosts>
                """);
    }

    @Test
    void section17AMeetingUsesThePersonalLicenceOfItsOwnerTwiceAtMostAndThenASharedOne() {
        lab.close();
        lab = QuietLab.playing(folder.resolve("office"), 1, clock, OFFICE);
        table = new WireTable(lab);
        String owner = lab.get(0, "users").replaceFirst(".*?<userJid>([^<]+)</userJid>.*", "$1");
        table.with("owner", owner).with("id", lab.get(0, "users").replaceFirst(".*?<user id=\"([^\"]+)\">.*", "$1")).play("""
                POST userProfiles hasLicense=true
                200 > userProfiles/<licensed>
                POST ldapServers address=10.0.0.9&portNumber=636&secure=true
                200 > ldapServers/<server>
                POST ldapMappings jidMapping=$mail$&cdrTagMapping=tag-$cn$
                200 > ldapMappings/<mapping>
                POST ldapSources server={server}&mapping={mapping}&baseDn=dc=x&userProfile={licensed}&filter=(mail={owner})
                200 > ldapSources/<source>
                POST ldapSyncs ldapSource={source}
                200 > ldapSyncs/<sync>
                GET users/{id}
                200 <user id="{id}"><userJid>{owner}</userJid><name>{text}</name><email>{owner}</email><userProfile>{licensed}</userProfile><cdrTag>tag-{text}</cdrTag></user>
                """);
        for (String name : new String[] {"One", "Two", "Three"}) {
            table.play("""
                    POST coSpaces name=NAME&ownerJid={owner}
                    200 > coSpaces/<space>
                    POST calls coSpace={space}
                    200 > calls/<call>
                    POST calls/{call}/participants remoteParty=a@x
                    200 > participants/<a>
                    """.replace("NAME", name));
        }
        table.play("""
                POST calls name=Two%20phones
                200 > calls/<call>
                POST calls/{call}/participants remoteParty=%2B49301
                200 > participants/<a>
                POST calls name=Desks
                200 > calls/<call>
                POST calls/{call}/participants remoteParty=b@x
                200 > participants/<b>
                GET system/multipartyLicensing/activePersonalLicenses
                200 <activePersonalLicenses total="1"><user id="{id}"><callsActive>2</callsActive><weightedCallsActive>2.000</weightedCallsActive></user></activePersonalLicenses>
                GET system/multipartyLicensing
                200 <multipartyLicensing><timestamp>{time}</timestamp><personalLicenseLimit>0</personalLicenseLimit><sharedLicenseLimit>0</sharedLicenseLimit>\
                <capacityUnitLimit>0</capacityUnitLimit><users>{int}</users><personalLicenses>1</personalLicenses><participantsActive>{int}</participantsActive>\
                <callsActive>{int}</callsActive><weightedCallsActive>{text}</weightedCallsActive>\
                <callsWithoutPersonalLicense>{int}</callsWithoutPersonalLicense><weightedCallsWithoutPersonalLicense>{text}</weightedCallsWithoutPersonalLicense>\
                <capacityUnitUsage>0.000</capacityUnitUsage><capacityUnitUsageWithoutPersonalLicense>0.000</capacityUnitUsageWithoutPersonalLicense></multipartyLicensing>
                """);
        clock.advance(Duration.ofMinutes(5));
        QuietLab.await(
                () -> lab.get(0, "system/MPLicenseUsage").contains("<pmp>2.00</pmp><pmpAssigned>1.00</pmpAssigned><smpAud>1.00</smpAud><smpPtP>1.00</smpPtP>"));
        assertEquals(1, lab.get(0, "system/MPLicenseUsage?limit=1").split("<smpFull>", -1).length - 1);
    }

    @Test
    void section17AClusterAnswersAsOneAndAMeetingOnTwoBridgesCountsHalfOnEach() {
        lab.close();
        lab = QuietLab.together(folder.resolve("two"), 2, clock, "");
        table = new WireTable(lab).with("other", lab.config(1).id()).with("host", lab.config(1).hostId());
        table.play("""
                PUT clusterLicensing/raw callBridge=2026-05-31
                200
                POST coSpaces name=Board
                200 > coSpaces/<space>
                POST calls coSpace={space}
                200 > calls/<call>
                POST calls/{call}/participants remoteParty=a@x
                200 > participants/<a>
                """);
        QuietLab.await(() -> lab.get(1, "clusterLicensing").contains("<expiry>2026-05-31</expiry>"));
        QuietLab.await(() -> lab.send(0, "POST", "calls/" + table.value("call") + "/participants", "remoteParty=b@x&callBridge=" + table.value("other"))
                .statusCode() == 200);
        QuietLab.await(() -> lab.get(1, "participants").contains("total=\"2\""));
        clock.advance(Duration.ofMinutes(5));
        QuietLab.await(() -> lab.get(0, "system/MPLicenseUsage?limit=1&hostId=" + lab.config(1).hostId()).contains("<smpFull>0.50</smpFull>"));
        assertTrue(lab.get(0, "system/MPLicenseUsage/knownHosts").contains(lab.config(1).hostId().toString()));
        assertTrue(lab.get(0, "system/MPLicenseUsage?limit=1").contains("<smpFull>0.50</smpFull>"));
    }
}
