package org.moothall.meetings.internal.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingAt;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Participant;
import org.moothall.meetings.Participant.State;
import org.moothall.meetings.ParticipantAt;
import org.moothall.meetings.internal.projection.LoggedChange;

/**
 * A meeting as it was at an instant, from who was there and what had changed until then. What only events tell is unknown
 * where the events of the bridge were not heard. Pure.
 */
final class Then {

    private static final List<String> OF_PEOPLE = List.of("state", "audioMuted", "videoMuted", "presenting", "layout", "importance");
    private static final List<String> OF_MEETINGS = List.of("locked", "recording", "streaming", "newcomersMuted", "presenting");

    private final Instant at;
    /** Latest value of each attribute; the meeting's own under the empty id. */
    private final Map<String, Map<String, String>> values = new HashMap<>();

    /** @param changes what had happened until then, in order */
    Then(Instant at, List<LoggedChange> changes) {
        this.at = at;
        changes.forEach(change -> values.computeIfAbsent(change.participant(), id -> new HashMap<>()).put(change.what(), change.value()));
    }

    private String value(String participant, String what) {
        return values.getOrDefault(participant, Map.of()).getOrDefault(what, "");
    }

    private boolean watched(String bridge) {
        return !List.of(value("", LoggedChange.UNWATCHED).split("\n")).contains(bridge);
    }

    /** Those who were there. */
    List<ParticipantAt> people(Collection<Participant> everybody) {
        return everybody.stream().filter(this::there).map(this::then).toList();
    }

    private boolean there(Participant person) {
        @Nullable Instant left = person.leftAt();
        return !person.joinedAt().isAfter(at) && (left == null || left.isAfter(at));
    }

    private ParticipantAt then(Participant p) {
        String id = p.id().value();
        String told = value(id, "callBridge");
        String bridge = told.isEmpty() ? p.callBridge() : told;
        boolean known = watched(bridge);
        return new ParticipantAt(p.id(), p.meeting(), p.name(), p.address(), known ? state(id) : null, p.direction(), p.device(), bridge, p.joinedAt(),
                p.leftAt(),
                known ? is(id, "audioMuted") : null, known ? is(id, "videoMuted") : null, known ? is(id, "presenting") : null, null,
                known ? text(id, "layout") : null, known ? importance(id) : null, null, null, null, null, at, known ? List.of() : OF_PEOPLE, p.version(),
                p.activator());
    }

    private State state(String id) {
        String word = value(id, LoggedChange.STATE).toUpperCase(Locale.ROOT).replace('-', '_');
        for (State state : State.values()) {
            if (state.name().equals(word) && state != State.GONE) {
                return state;
            }
        }
        return State.CONNECTED;
    }

    private Boolean is(String id, String what) {
        return value(id, what).equals("true");
    }

    private @Nullable String text(String id, String what) {
        String text = value(id, what);
        return text.isEmpty() ? null : text;
    }

    private @Nullable Integer importance(String id) {
        String text = value(id, "importance");
        return text.isEmpty() ? null : Integer.valueOf(text);
    }

    /** The meeting, with those who were in it. */
    MeetingAt meeting(Meeting m, List<ParticipantAt> people) {
        String unwatched = value("", LoggedChange.UNWATCHED);
        boolean known = unwatched.isEmpty();
        List<String> bridges = new ArrayList<>(List.of(value("", "callBridges").split("\n")));
        bridges.removeIf(String::isEmpty);
        @Nullable Boolean presenting = known ? Boolean.valueOf(people.stream().anyMatch(p -> Boolean.TRUE.equals(p.presenting()))) : null;
        return new MeetingAt(m.id(), m.name(), m.cluster(), m.clusterName(), MeetingState.ACTIVE, m.startedAt(), m.endedAt(), people.size(),
                m.maxParticipants(),
                (int) people.stream().filter(p -> p.state() == State.IN_LOBBY).count(), known ? is("", "recording") : null, known ? is("", "streaming") : null,
                known ? is("", "locked") : null, known ? is("", "newcomersMuted") : null, presenting, m.space(), m.owner(), bridges,
                known && !is("", "incomplete"),
                at, known ? List.of() : OF_MEETINGS, m.version(), m.desk(), null, m.addresses(), null);
    }
}
