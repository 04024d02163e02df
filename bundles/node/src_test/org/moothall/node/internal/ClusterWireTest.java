package org.moothall.node.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Meetings and configuration over two bridges of one cluster. */
class ClusterWireTest {

    private final QuietLab lab;

    ClusterWireTest(@TempDir Path folder) {
        lab = new QuietLab(folder, 2, Clock.systemUTC());
    }

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void callsOpenedInTheSameInstantAreOneMeeting() {
        String space = id(everywhere(lab.make(0, "coSpaces", "name=Board")));
        CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> lab.make(1, "calls", "coSpace=" + space));
        String one = lab.make(0, "calls", "coSpace=" + space);
        String second = other.join();
        QuietLab.await(() -> correlator(0, one).equals(correlator(1, second)) && lab.get(0, one).contains("<numDistributedInstances>2<"));
    }

    @Test
    void someoneMovesToACallOfAnotherBridge() {
        String here = lab.make(0, "calls", "coSpace=" + id(everywhere(lab.make(0, "coSpaces", "name=From"))));
        String there = lab.make(1, "calls", "coSpace=" + id(everywhere(lab.make(0, "coSpaces", "name=To"))));
        lab.make(1, "calls", "coSpace=" + space(0, here));
        String leg = lab.make(0, here + "/participants", "remoteParty=anna@example.com");
        QuietLab.await(() -> lab.get(1, leg).contains("<state>connected</state>"));
        String moved = lab.make(1, there + "/participants", "movedParticipant=" + id(leg) + "&needsActivation=false");
        QuietLab.await(() -> lab.get(0, leg).contains("participantDoesNotExist"));
        assertTrue(lab.get(1, moved).contains("<movedParticipant>" + id(leg) + "</movedParticipant><movedParticipantCallBridge>" + lab.config(0).id()
                + "</movedParticipantCallBridge>"),
                lab.get(1, moved));
    }

    @Test
    void somebodyIsCalledFromTheBridgeThatTheClientNames() {
        String space = lab.make(1, "coSpaces", "name=Board");
        QuietLab.await(() -> !lab.get(0, space).contains("failureDetails"));
        String call = lab.make(0, "calls", "coSpace=" + id(space));
        String participant = called(call, "&callBridge=" + lab.config(1).id());
        QuietLab.await(() -> lab.get(0, participant).contains("<callBridge>" + lab.config(1).id() + "</callBridge>"));
        QuietLab.await(() -> lab.get(1, participant.replace("participants", "callLegs")).contains("<state>connected</state>"));
        assertTrue(new String(lab.send(0, "POST", call + "/participants", "remoteParty=a@x&callBridge=" + id(call)).body(),
                java.nio.charset.StandardCharsets.UTF_8)
                .contains("<callBridgeDoesNotExist />"));
    }

    @Test
    void somebodyIsCalledFromABridgeOfTheGroupThatTheClientNames() {
        String group = everywhere(lab.make(0, "callBridgeGroups", "name=East"));
        String call = lab.make(0, "calls", "coSpace=" + id(everywhere(lab.make(0, "coSpaces", "name=Board"))));
        assertTrue(dialled(call, "&callBridgeGroup=" + id(call)).contains("<callBridgeGroupDoesNotExist />"));
        assertTrue(dialled(call, "&callBridgeGroup=" + id(group)).contains("<loadBalancingDisabled />"));
        lab.send(0, "PUT", group, "loadBalancingEnabled=true");
        assertTrue(dialled(call, "&callBridgeGroup=" + id(group)).contains("<callBridgeGroupUnavailable />"));
        lab.send(0, "PUT", "callBridges/" + lab.config(1).id(), "callBridgeGroup=" + id(group));
        String participant = called(call, "&callBridgeGroup=" + id(group));
        QuietLab.await(() -> lab.get(0, participant).contains("<callBridge>" + lab.config(1).id() + "</callBridge>"));
        lab.send(0, "PUT", "callBridges/" + lab.config(0).id(), "callBridgeGroup=" + id(group));
        String local = lab.make(0, call + "/participants", "remoteParty=bo@example.com&callBridgeGroup=" + id(group));
        assertTrue(lab.get(0, local).contains("<numCallLegs>1</numCallLegs>"));
    }

    /** Calls Anna as soon as the bridges have found each other. */
    private String called(String call, String bridge) {
        AtomicReference<String> participant = new AtomicReference<>("");
        QuietLab.await(() -> {
            lab.send(0, "POST", call + "/participants", "remoteParty=anna@example.com" + bridge).headers().firstValue("Location").ifPresent(participant::set);
            return !participant.get().isEmpty();
        });
        return participant.get();
    }

    private String dialled(String call, String form) {
        return new String(lab.send(0, "POST", call + "/participants", "remoteParty=a@x" + form).body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void aProfileMadeOnOneBridgeCountsOnTheOther() {
        String profile = everywhere(lab.make(0, "callLegProfiles", "name=Guests&needsActivation=true"));
        assertTrue(lab.get(1, profile).contains("<needsActivation>true</needsActivation>"));
        lab.send(1, "DELETE", profile, "");
        QuietLab.await(() -> lab.get(0, profile).contains("callLegProfileDoesNotExist"));
    }

    @Test
    void theBridgesOfAClusterKnowEachOther() {
        assertEquals("<?xml version=\"1.0\"?><callBridges total=\"2\"><callBridge id=\"" + lab.config(0).id()
                + "\"><name>lab-node-1</name></callBridge><callBridge id=\""
                + lab.config(1).id() + "\"><name>lab-node-2</name></callBridge></callBridges>", lab.get(0, "callBridges"));
        assertTrue(lab.get(0, "system/configuration/cluster").contains("<uniqueName>lab-node-1</uniqueName>"));
        assertTrue(lab.get(0, "system/database").contains("<database clustered=\"enabled\"><cluster><totalNodes>2</totalNodes>"));
    }

    private String everywhere(String path) {
        QuietLab.await(() -> !lab.get(1, path).contains("failureDetails"));
        return path;
    }

    private String correlator(int node, String call) {
        return part(lab.get(node, call), "callCorrelator");
    }

    private String space(int node, String call) {
        return part(lab.get(node, call), "coSpace");
    }

    private static String part(String xml, String element) {
        Matcher found = Pattern.compile("<" + element + ">(.*?)</" + element + ">").matcher(xml);
        return found.find() ? found.group(1) : "none in " + xml;
    }

    private static String id(String location) {
        return location.substring(location.length() - 36);
    }
}
