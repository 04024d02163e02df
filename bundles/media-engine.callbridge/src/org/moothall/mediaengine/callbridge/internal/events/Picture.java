package org.moothall.mediaengine.callbridge.internal.events;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.Participant;

/** How things stand at one moment, worked out once for all connections that are told of it. Used by one thread. */
final class Picture {

    private final Conference conference;
    private final Map<UUID, Optional<Facts>> calls = new HashMap<>();
    private final Map<UUID, Map<UUID, Facts>> rosters = new HashMap<>();

    Picture(Conference conference) {
        this.conference = conference;
    }

    /** What there is to tell of this call, empty when it is over. */
    Optional<Facts> call(UUID id) {
        return calls.computeIfAbsent(id, call -> conference.findCall(call).map(found -> Facts.OfCall.now(conference, found)));
    }

    /** What there is to tell of everybody in this call. */
    Map<UUID, Facts> roster(UUID call) {
        return rosters.computeIfAbsent(call, this::people);
    }

    private Map<UUID, Facts> people(UUID call) {
        Map<UUID, Facts> all = new LinkedHashMap<>();
        for (Participant participant : conference.participants(call)) {
            all.put(participant.leg().id(), new Facts.OfPerson(participant.leg()));
        }
        return all;
    }
}
