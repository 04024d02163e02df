package org.moothall.meetings.internal.projection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;

/** A meeting: its calls on all bridges and everybody who is or was in it. */
final class MeetingModel {

    final MeetingId id;
    /** What its calls have in common. */
    final String correlator;
    /** By bridge and id, so that the choice among them is always the same. */
    final Map<String, Call> calls = new TreeMap<>();
    final Map<String, Person> people = new LinkedHashMap<>();
    /** Names of the bridges it is on whose events are not heard, each on a line; as last written down. */
    String unwatched = "";
    /** As last told to others. */
    @Nullable
    Meeting shown;

    MeetingModel(MeetingId id, String correlator) {
        this.id = id;
        this.correlator = correlator;
    }

    void add(Call call) {
        calls.put(call.key.bridge() + '/' + call.key.id(), call);
    }

    boolean alive() {
        return calls.values().stream().anyMatch(call -> call.life.alive());
    }

    boolean on(String bridge) {
        return calls.values().stream().anyMatch(call -> call.key.bridge().equals(bridge));
    }
}
