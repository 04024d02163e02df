package org.moothall.node.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.testkit.ManualClock;

/** Wire reference §2: call detail records, as a receiver gets them. */
class CdrWireTest {

    private final Path folder;
    private final ManualClock clock = new ManualClock();
    private final QuietLab lab;

    CdrWireTest(@TempDir Path folder) {
        this.folder = folder;
        lab = new QuietLab(folder, 1, clock);
    }

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void section21RecordsComeInOrderOverKeptConnectionsToThePathAsItWasGiven() throws IOException, InterruptedException {
        try (ReceiverSink sink = ReceiverSink.plain()) {
            receiver("http://127.0.0.1:" + sink.port() + "/meetings/cdr/1/?token=0af");
            String call = call();
            String first = sink.next();
            assertTrue(first.startsWith("POST /meetings/cdr/1/?token=0af HTTP/1.1\r\n"), first);
            assertTrue(first.toLowerCase(java.util.Locale.ROOT).contains("content-type: text/xml\r\n"), first);
            for (int i = 0; i < 9; i++) {
                lab.send(0, "PUT", call, "recording=" + (i % 2 == 0));
                sink.next();
            }
            lab.send(0, "DELETE", call, "");
            String last = sink.next();
            while (!last.contains("type=\"callEnd\"")) { // what changed before may come in more than one record
                last = sink.next();
            }
            // a record that comes right after the acknowledgement may find the connection not free yet
            assertTrue(sink.connections() < 10, sink.connections() + " connections for 11 requests");
        }
    }

    @Test
    void section21WhatIsNotAcknowledgedComesAgainByteByByteAndRaisesTheAlarm() throws IOException, InterruptedException {
        try (ReceiverSink sink = ReceiverSink.plain()) {
            sink.answer(ReceiverSink.BUSY);
            receiver("http://127.0.0.1:" + sink.port() + "/cdr");
            call();
            String first = body(sink.next());
            assertEquals(first, body(sink.next()));
            QuietLab.await(() -> lab.get(0, "system/alarms").contains("<type>cdrConnectionFailure</type>"));
            sink.answer(ReceiverSink.OK);
            assertEquals(first, body(sink.next()));
            QuietLab.await(() -> lab.get(0, "system/alarms").contains("total=\"0\""));
        }
    }

    @Test
    void section21AnAnswerWithoutLengthThatDoesNotCloseIsAnAcknowledgement() throws IOException, InterruptedException {
        try (ReceiverSink sink = ReceiverSink.plain()) {
            sink.answer(ReceiverSink.BARE_OK);
            receiver("http://127.0.0.1:" + sink.port() + "/cdr");
            String call = call();
            assertTrue(sink.next().contains("recordIndex=\"1\""));
            lab.send(0, "DELETE", call, "");
            assertTrue(sink.next().contains("recordIndex=\"2\""));
        }
    }

    @Test
    void section21FourReceiversHaveQueuesOfTheirOwn() throws IOException, InterruptedException {
        List<ReceiverSink> sinks = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                sinks.add(ReceiverSink.plain());
                receiver("http://127.0.0.1:" + sinks.get(i).port() + "/cdr/" + i);
            }
            sinks.get(2).answer(ReceiverSink.BUSY);
            String call = call();
            for (int i : List.of(0, 1, 3)) {
                assertTrue(sinks.get(i).next().contains("recordIndex=\"1\" correlatorIndex=\"0\""));
            }
            lab.send(0, "DELETE", call, "");
            for (int i : List.of(0, 1, 3)) {
                assertTrue(sinks.get(i).next().contains("recordIndex=\"2\" correlatorIndex=\"1\""));
            }
            // the one that refused gets all of it, when it can
            sinks.get(2).answer(ReceiverSink.OK);
            assertEquals(List.of("callStart", "callEnd"), records(sinks.get(2), "callEnd").stream().map(CdrWireTest::type).distinct().toList());
            QuietLab.await(() -> lab.get(0, "system/alarms").contains("total=\"0\""));
        } finally {
            for (ReceiverSink sink : sinks) {
                sink.close();
            }
        }
    }

    @Test
    void section21AnOverflowIsToldByTheNextRecordAndTheRestIsWhole() throws IOException, InterruptedException {
        try (ReceiverSink sink = ReceiverSink.plain()) {
            sink.answer(ReceiverSink.BUSY);
            receiver("http://127.0.0.1:" + sink.port() + "/cdr");
            String call = call();
            String first = body(sink.next());
            int more = 2_040;
            for (int i = 0; i < more; i++) {
                lab.send(0, "PUT", call, "recording=" + (i % 2 == 0));
            }
            sink.answer(ReceiverSink.OK);
            lab.send(0, "DELETE", call, "");
            List<String> records = records(sink, "callEnd").stream().filter(record -> !first.contains(record)).toList();
            assertTrue(records.getFirst().contains("recordIndex=\"2\" correlatorIndex=\"42\" numPreceedingRecordsMissing=\"41\""), records.getFirst());
            assertEquals(2_000, records.size());
            assertEquals(1, records.stream().filter(record -> record.contains("Missing")).count());
        }
    }

    @Test
    void section21AnEncryptedReceiverIsTrustedByTheFileAlone() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        LabAuthority authority = new LabAuthority(elsewhere);
        authority.establish();
        authority.issue(elsewhere, "receiver");
        try (ReceiverSink sink = ReceiverSink.tls(identity(elsewhere))) {
            Files.copy(folder.resolve("ca.pem"), folder.resolve("cdr-trust.pem"));
            receiver("https://127.0.0.1:" + sink.port() + "/cdr");
            call();
            QuietLab.await(() -> lab.get(0, "system/alarms").contains("<type>cdrConnectionFailure</type>"));
            assertTrue(sink.quiet());
            Files.copy(elsewhere.resolve("ca.pem"), folder.resolve("cdr-trust.pem"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            assertTrue(sink.next().contains("type=\"callStart\""));
            QuietLab.await(() -> lab.get(0, "system/alarms").contains("total=\"0\""));
        }
    }

    @Test
    void section22And23ACallOutIsAStartALegItsUpdateItsEndAndTheEnd() throws IOException, InterruptedException {
        try (ReceiverSink sink = ReceiverSink.plain()) {
            receiver("http://127.0.0.1:" + sink.port() + "/cdr");
            String call = call();
            String leg = lab.make(0, call + "/callLegs", "remoteParty=anna@example.com");
            clock.advance(Duration.ofSeconds(5));
            QuietLab.await(() -> lab.get(0, leg).contains("<state>connected</state>"));
            clock.advance(Duration.ofSeconds(30));
            lab.send(0, "DELETE", leg, "");
            lab.send(0, "DELETE", call, "");
            List<String> records = records(sink, "callEnd");
            assertEquals(List.of("callStart", "callLegStart", "callLegUpdate", "callLegEnd", "callEnd"), records.stream().map(CdrWireTest::type).toList());
            String id = leg.substring(leg.length() - 36);
            matches("<record type=\"callLegStart\" time=\"2026-03-02T12:00:00Z\" recordIndex=\"2\" correlatorIndex=\"1\">\n<callLeg id=\"" + id
                    + "\"><remoteParty>anna@example.com"
                    + "</remoteParty><localAddress>board@lab.example</localAddress><remoteAddress>example.com</remoteAddress><displayName>anna</displayName><type>sip</type>"
                    + "<direction>outgoing</direction><call>.{36}</call><sipCallId>[^<]+</sipCallId><groupId>" + id + "</groupId>"
                    + "<confirmationStatus>notRequired</confirmationStatus></callLeg></record>", records.get(1));
            matches(".*<callLeg id=\"" + id + "\"><state>connected</state><call>.{36}</call><deactivated>false</deactivated><groupId>" + id
                    + "</groupId><sipCallId>[^<]+</sipCallId>"
                    + "<displayName>anna</displayName><remoteAddress>example.com</remoteAddress><confirmationStatus>notRequired</confirmationStatus>"
                    + "<canMove>true</canMove></callLeg></record>",
                    records.get(2));
            matches(".*<callLeg id=\"" + id
                    + "\"><reason>apiInitiatedTeardown</reason><remoteTeardown>false</remoteTeardown><confirmationStatus>notRequired</confirmationStatus>"
                    + "<durationSeconds>30</durationSeconds><activatedDuration>30</activatedDuration><mediaUsagePercentages><mainVideoViewer>\\d+\\.\\d</mainVideoViewer>.*"
                    + "<encryptedMedia>true</encryptedMedia><rxAudio><codec>\\w+</codec><packetStatistics><packetLossBursts><duration>.*</sipCallId></callLeg></record>",
                    records.get(3));
            matches(".*<callLegsCompleted>1</callLegsCompleted><callLegsMaxActive>1</callLegsMaxActive><durationSeconds>35</durationSeconds></call></record>",
                    records.get(4));
        }
    }

    @Test
    void section25ConfirmationIsRequiredThenConfirmedOrRejected() throws IOException, InterruptedException {
        try (ReceiverSink sink = ReceiverSink.plain()) {
            receiver("http://127.0.0.1:" + sink.port() + "/cdr");
            String call = call();
            lab.make(0, call + "/participants", "remoteParty=yes@example.com&confirmation=true");
            lab.make(0, call + "/participants", "remoteParty=declines@example.com&confirmation=true");
            clock.advance(Duration.ofSeconds(10));
            QuietLab.await(() -> lab.get(0, "participants").contains("total=\"1\""));
            lab.send(0, "DELETE", call, "");
            String all = String.join("\n", records(sink, "callEnd"));
            assertTrue(all.contains("<confirmationStatus>required</confirmationStatus>"), all);
            assertTrue(all.contains("<confirmationStatus>confirmed</confirmationStatus>"), all);
            assertTrue(Pattern.compile("<reason>localTeardown</reason><remoteTeardown>false</remoteTeardown><confirmationStatus>rejected</confirmationStatus>")
                    .matcher(all)
                    .find(), all);
        }
    }

    @Test
    void section27RecordingIsAStartWithItsPathAndAnEnd() throws IOException, InterruptedException {
        try (ReceiverSink sink = ReceiverSink.plain()) {
            receiver("http://127.0.0.1:" + sink.port() + "/cdr");
            String call = call();
            lab.send(0, "PUT", call, "recording=true");
            lab.send(0, "PUT", call, "recording=false");
            lab.send(0, "DELETE", call, "");
            List<String> records = records(sink, "callEnd");
            assertEquals(List.of("callStart", "recordingStart", "recordingEnd", "callEnd"), records.stream().map(CdrWireTest::type).toList());
            matches(".*<recording id=\".{36}\"><path>[^<]+</path><recorderUri>[^<]+</recorderUri><call>.{36}</call><callLeg>.{36}</callLeg></recording></record>",
                    records.get(1));
            matches(".*\n<recording id=\".{36}\"></recording></record>", records.get(2));
        }
    }

    private void receiver(String uri) {
        lab.make(0, "system/cdrReceivers", "uri=" + java.net.URLEncoder.encode(uri, java.nio.charset.StandardCharsets.UTF_8));
    }

    private String call() {
        String space = lab.make(0, "coSpaces", "name=Board&uri=board");
        return lab.make(0, "calls", "coSpace=" + space.substring(space.length() - 36));
    }

    /** All records until one of this type. */
    private static List<String> records(ReceiverSink sink, String last) throws InterruptedException {
        List<String> all = new ArrayList<>();
        while (all.stream().noneMatch(record -> type(record).equals(last))) {
            Matcher found = Pattern.compile("<record type=.*?</record>", Pattern.DOTALL).matcher(sink.next());
            while (found.find()) {
                all.add(found.group());
            }
        }
        return all;
    }

    private static String type(String record) {
        return record.substring(record.indexOf('"') + 1, record.indexOf('"', record.indexOf('"') + 1));
    }

    private static String body(String request) {
        return request.substring(request.indexOf("<?xml"));
    }

    private static void matches(String regex, String text) {
        assertTrue(Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches(), text);
    }

    private static SSLContext identity(Path directory) throws IOException, GeneralSecurityException {
        KeyStore keys = Pem.keyStore(directory.resolve("node.pem"), directory.resolve("node.key"), "x");
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "x".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
