package org.moothall.meetings.internal.link;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * What we are subscribed to: all calls, and for each call its roster and what only {@code callInfo} tells. Updates that are
 * under way when a call is let go still find it. Used under the feed's lock.
 *
 * @spec wire §3
 */
final class Subscriptions {

    private static final String[] CALLS = {"name", "participants", "distributedInstances", "recording", "endpointRecording", "streaming", "lockState",
            "callType", "callCorrelator"};
    private static final String[] INFO = {"joinAudioMuteOverride"};
    private static final String[] ROSTER = {"name", "uri", "state", "direction", "audioMuted", "videoMuted", "importance", "layout", "activeSpeaker",
            "presenter", "endpointRecording", "canMove", "movedParticipant", "movedParticipantCallBridge"};
    private static final int ALL_CALLS = 1;

    /** The roster's index of each call that we follow; its info has the next one. */
    private final Map<String, Integer> followed = new LinkedHashMap<>();
    private final Map<Integer, String> calls = new HashMap<>();
    private int next = ALL_CALLS + 1;

    /** Follows the call; false when it is followed already. */
    boolean follow(String call) {
        if (followed.containsKey(call)) {
            return false;
        }
        followed.put(call, next);
        calls.put(next++, call);
        calls.put(next++, call);
        return true;
    }

    /** Lets go of the call; false when it was not followed. */
    boolean leave(String call) {
        return followed.remove(call) != null;
    }

    /** The call that a subscription is about, empty when there is none. */
    String call(int index) {
        return calls.getOrDefault(index, "");
    }

    /** Writes the whole list: a request replaces what was subscribed before. */
    void write(ArrayNode list) {
        elements(list, ALL_CALLS, "calls", "", CALLS);
        followed.forEach((call, index) -> {
            elements(list, index, "callRoster", call, ROSTER);
            elements(list, index + 1, "callInfo", call, INFO);
        });
    }

    private static void elements(ArrayNode list, int index, String type, String call, String... names) {
        var subscription = list.addObject().put("index", index).put("type", type);
        if (!call.isEmpty()) {
            subscription.put("call", call);
        }
        ArrayNode elements = subscription.putArray("elements");
        for (String name : names) {
            elements.add(name);
        }
    }
}
