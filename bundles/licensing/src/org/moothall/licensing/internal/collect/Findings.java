package org.moothall.licensing.internal.collect;

import java.util.List;
import java.util.Map;

import org.moothall.servers.CallBridge;
import org.moothall.servers.CallBridgeId;

/**
 * What was seen while collecting.
 *
 * @param problems why a bridge's usage is not read, or not all of it, in words; a bridge with which all is well is missing
 * @param ill those of the problems that do not go away when the bridge is reached again
 * @param clones host ids that several bridges have, with those bridges
 */
public record Findings(Map<CallBridgeId, String> problems, Map<CallBridgeId, String> ill, Map<String, List<CallBridge>> clones) {

    /** Nothing was collected yet. */
    public static final Findings NONE = new Findings(Map.of(), Map.of(), Map.of());

    public Findings {
        problems = Map.copyOf(problems);
        ill = Map.copyOf(ill);
        clones = Map.copyOf(clones);
    }
}
