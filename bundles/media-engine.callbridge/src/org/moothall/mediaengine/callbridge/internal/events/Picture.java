package org.moothall.mediaengine.callbridge.internal.events;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.moothall.mediaengine.Conference;

/** How things stand at one moment, worked out once for all connections that are told of it. Used by one thread. */
final class Picture {

    private final Conference conference;
    private final Map<UUID, Optional<Map<String, Object>>> calls = new HashMap<>();
    private final Map<UUID, Map<UUID, Map<String, Object>>> rosters = new HashMap<>();

    Picture(Conference conference) {
        this.conference = conference;
    }

    /** The elements of this call, empty when it is over. */
    Optional<Map<String, Object>> call(UUID id) {
        return calls.computeIfAbsent(id, call -> conference.findCall(call).map(found -> Elements.call(conference, found)));
    }

    /** The elements of everybody in this call. */
    Map<UUID, Map<String, Object>> roster(UUID call) {
        return rosters.computeIfAbsent(call, id -> Elements.roster(conference, id));
    }
}
