package org.moothall.node.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.json.Json;
import org.moothall.mediaengine.script.Script;
import org.moothall.testkit.ManualClock;

/** What {@code releng/bench --lab} measures, small: several bridges of one process, scripted people, records and events together. */
class GrownLabTest {

    private static final int BRIDGES = 3;
    private static final int PEOPLE = 120;

    private final QuietLab lab;

    GrownLabTest(@TempDir Path folder) throws IOException {
        Script script = Script.officeDay().grown(8, PEOPLE, 10);
        lab = QuietLab.playing(folder, BRIDGES, new ManualClock(),
                new String(Json.lenient().writeValueAsBytes(script), java.nio.charset.StandardCharsets.UTF_8));
    }

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void severalBridgesInOneProcessTellRecordsAndAllRostersAtOnce() throws IOException, InterruptedException {
        List<EventsClient> clients = new ArrayList<>();
        try (ReceiverSink sink = ReceiverSink.plain()) {
            for (int node = 0; node < BRIDGES; node++) {
                lab.make(node, "system/cdrReceivers", "uri=http://127.0.0.1:" + sink.port() + "/cdr/" + node);
                clients.add(EventsClient.of(lab, node));
            }
            for (int node = 0; node < BRIDGES; node++) {
                awaitRosters(node, clients.get(node));
                String call = first("call", lab.get(node, "calls"));
                lab.make(node, "calls/" + call + "/participants", "remoteParty=anna@example.com");
            }
            List<String> told = new ArrayList<>();
            while (told.stream().distinct().count() < BRIDGES) {
                told.add(sink.next().lines().findFirst().orElseThrow());
            }
            assertTrue(lab.get(0, "system/alarms").contains("total=\"0\""), lab.get(0, "system/alarms"));
        } finally {
            clients.forEach(EventsClient::close);
        }
    }

    private int everybody(int node) {
        Matcher total = Pattern.compile("<participants total=\"(\\d+)\"").matcher(lab.get(node, "participants?limit=1"));
        assertTrue(total.find());
        return Integer.parseInt(total.group(1));
    }

    /**
     * Until as many people are in the rosters as the API says, and more than one bridge's share: the clock stands, so this comes true
     * as soon as the bridges told each other; the client fails when nothing more comes.
     */
    private void awaitRosters(int node, EventsClient client) throws InterruptedException {
        List<String> calls = Pattern.compile("<call id=\"([^\"]+)").matcher(lab.get(node, "calls?limit=50")).results().map(found -> found.group(1)).toList();
        StringBuilder wanted = new StringBuilder();
        for (String call : calls) {
            wanted.append(wanted.isEmpty() ? "" : ",").append("{\"index\":").append(wanted.length()).append(",\"type\":\"callRoster\",\"call\":\"").append(call)
                    .append("\",\"elements\":[\"name\",\"state\"]}");
        }
        client.subscribe(1, wanted.toString());
        Map<String, Boolean> people = new LinkedHashMap<>();
        while (people.size() <= PEOPLE / BRIDGES || people.size() != everybody(node)) {
            Matcher update = Pattern.compile("\"participant\":\"([^\"]+)\",\"updateType\":\"(\\w+)\"").matcher(client.next());
            while (update.find()) {
                if ("remove".equals(update.group(2))) {
                    people.remove(update.group(1));
                } else {
                    people.put(update.group(1), true);
                }
            }
        }
    }

    private static String first(String element, String xml) {
        Matcher found = Pattern.compile("<" + element + " id=\"([^\"]+)").matcher(xml);
        assertTrue(found.find(), xml);
        return found.group(1);
    }
}
