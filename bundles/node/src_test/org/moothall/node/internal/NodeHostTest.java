package org.moothall.node.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several nodes in one process. */
class NodeHostTest {

    private final QuietLab lab;

    NodeHostTest(@TempDir Path folder) {
        lab = QuietLab.together(folder, 3, Clock.systemUTC(), "{\"seed\":1,\"labApi\":true,\"faults\":[]}");
    }

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void nodesOfOneProcessHoldMeetingsTogether() {
        String space = lab.make(0, "coSpaces", "name=Board");
        QuietLab.await(() -> !lab.get(2, space).contains("failureDetails"));
        String here = lab.make(0, "calls", "coSpace=" + id(space));
        String there = lab.make(2, "calls", "coSpace=" + id(space));
        lab.make(2, there + "/participants", "remoteParty=anna@example.com");
        QuietLab.await(() -> lab.get(0, here + "/participants").contains("<callBridge>" + lab.config(2).id() + "</callBridge>"));
        lab.send(0, "DELETE", here, "");
        QuietLab.await(() -> lab.get(2, there).contains("callDoesNotExist"));
    }

    @Test
    void aNodeThatRestartsIsMissedAndComesBack() {
        String space = lab.make(1, "coSpaces", "name=Board");
        QuietLab.await(() -> !lab.get(0, space).contains("failureDetails"));
        assertEquals(204, lab.send(1, "POST", "/lab/v1/restart", "{\"down\":5}").statusCode());
        QuietLab.await(() -> lab.get(0, "system/alarms").contains("<callBridgeName>lab-node-2</callBridgeName>"));
        QuietLab.await(() -> lab.get(0, "system/alarms").contains("total=\"0\""));
        assertTrue(lab.get(1, space).contains("<name>Board</name>"));
    }

    private static String id(String location) {
        return location.substring(location.length() - 36);
    }
}
