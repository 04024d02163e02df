package org.moothall.testkit.intake;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.moothall.testkit.Deadline;

import com.fasterxml.jackson.databind.JsonNode;

/** Compares what the server tells over its API with what the bridges told it: every record counts exactly once. */
public final class Judge {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BuiltServer server;
    private final List<ScriptedCallBridge> bridges;
    private final Map<String, String> clusters;

    /** Of this server, to which all these bridges were added. */
    public Judge(BuiltServer server, List<ScriptedCallBridge> bridges) {
        this.server = server;
        this.bridges = bridges;
        clusters = server.clusters();
    }

    /**
     * The server was killed and started again, and nobody tells it anything now: it knows all that it acknowledged, and of the
     * one body that each bridge had under way all or nothing.
     */
    public void nothingIsLost() {
        for (ScriptedCallBridge bridge : bridges) {
            long least = bridge.acknowledged();
            long most = bridge.told();
            if (!Deadline.within(PATIENCE, () -> knows(bridge, least) || knows(bridge, most))) {
                throw new AssertionError(bridge.name() + " told " + least + " or " + most + " records that were acknowledged, so there should be "
                        + bridge.script().going(least) + ", but there is " + going(bridge));
            }
            peopleOfTheLastMeetings(bridge);
        }
        noGap();
    }

    /** Everybody was told everything: all of it is there, once. */
    public void allIsThereOnce() {
        for (ScriptedCallBridge bridge : bridges) {
            Deadline.await("all of " + bridge.name(), PATIENCE, () -> knows(bridge, bridge.acknowledged()));
            for (long block = 0; block <= bridge.script().block(bridge.acknowledged()); block++) {
                equal(bridge.script().word(block), bridge.script().ended(bridge.acknowledged(), block), ended(bridge, block));
            }
            peopleOfTheLastMeetings(bridge);
        }
        noGap();
    }

    /** How many of a bridge's first records the server shows, when it knows nothing else of it. */
    public long known(ScriptedCallBridge bridge) {
        long[] found = {-1};
        Deadline.await("the server knows some of " + bridge.name(), PATIENCE, () -> {
            Map<String, Integer> going = going(bridge);
            for (long records = bridge.told(); records >= 0 && found[0] < 0; records--) {
                found[0] = going.equals(bridge.script().going(records)) && knows(bridge, records) ? records : -1;
            }
            return found[0] >= 0;
        });
        return found[0];
    }

    /** Whether the server shows exactly what so many records tell. */
    public boolean knows(ScriptedCallBridge bridge, long records) {
        long block = bridge.script().block(records);
        return going(bridge).equals(bridge.script().going(records)) && ended(bridge, block) == bridge.script().ended(records, block)
                && (block == 0 || ended(bridge, block - 1) == RecordScript.BLOCK_MEETINGS);
    }

    private Map<String, Integer> going(ScriptedCallBridge bridge) {
        Map<String, Integer> going = new TreeMap<>();
        server.items("/meetings", "state=active&cluster=" + clusters.get(bridge.name()))
                .forEach(meeting -> going.put(meeting.path("name").asText(), meeting.path("participants").asInt()));
        return going;
    }

    private int ended(ScriptedCallBridge bridge, long block) {
        return server.get("/meetings?state=ended&limit=1&q=" + bridge.script().word(block)).path("total").asInt();
    }

    private void peopleOfTheLastMeetings(ScriptedCallBridge bridge) {
        String word = bridge.script().word(bridge.script().block(Math.max(0, bridge.acknowledged() - bridge.script().round())));
        List<JsonNode> meetings = server.items("/meetings", "state=ended&q=" + word);
        for (JsonNode meeting : meetings.subList(Math.max(0, meetings.size() - 8), meetings.size())) {
            long number = RecordScript.numberIn(meeting.path("name").asText());
            List<JsonNode> people = server.items("/meetings/" + meeting.path("id").asText() + "/participants", "q=");
            equal(meeting.path("name").asText(), List.of(RecordScript.person(number, 0) + " gone", RecordScript.person(number, 1) + " gone",
                    RecordScript.person(number, 2) + " gone"),
                    people.stream().map(p -> p.path("name").asText() + ' ' + p.path("state").asText()).sorted().toList());
        }
    }

    /** A record that was lost and is not sent again leaves a hole in the numbers, which is told. */
    private void noGap() {
        equal("notifications of missing records", List.of(), server.conditions().keySet().stream().filter(key -> key.startsWith("meetings.gap")).toList());
    }

    private static void equal(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new AssertionError(what + ": expected " + expected + ", found " + found);
        }
    }
}
