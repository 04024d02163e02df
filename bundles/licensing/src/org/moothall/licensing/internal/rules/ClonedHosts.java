package org.moothall.licensing.internal.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Call Bridges that were copied with their host id: each tells what it uses under the same name, and one would hide the other. */
public final class ClonedHosts {

    private ClonedHosts() {}

    /** Host ids that several bridges name as theirs, with those bridges in order. @param hostByBridge what each bridge names */
    public static SortedMap<String, List<String>> among(Map<String, String> hostByBridge) {
        SortedMap<String, List<String>> bridges = new TreeMap<>();
        new TreeMap<>(hostByBridge).forEach((bridge, host) -> bridges.computeIfAbsent(host, h -> new ArrayList<>()).add(bridge));
        bridges.values().removeIf(all -> all.size() < 2);
        return bridges;
    }
}
