package org.moothall.meetings.internal.actions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.meetings.Meetings.Outcome;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.OperatorActions.NewParticipant;
import org.moothall.meetings.MoveWarning;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ParticipantId;
import org.moothall.meetings.internal.live.LiveMeeting;
import org.moothall.meetings.internal.projection.Projection.Place;

/** What operators do with participants, through to the Call Bridge that hosts whom it is about. */
final class ParticipantActions {

    /** As many ids as a Call Bridge takes at once. @spec wire §1.10 */
    private static final int TOGETHER = 20;

    private final Reach reach;

    ParticipantActions(Reach reach) {
        this.reach = reach;
    }

    List<Outcome> change(LiveMeeting meeting, List<ParticipantId> participants, ParticipantChange change) {
        Map<String, String> form = Forms.of(change);
        List<Outcome> outcomes = new ArrayList<>();
        Map<String, List<Place>> byCall = new LinkedHashMap<>();
        for (Place place : reach.places(meeting, participants, outcomes)) {
            byCall.computeIfAbsent(place.bridge() + '|' + place.call(), key -> new ArrayList<>()).add(place);
        }
        Admission admission = new Admission(change.inLobby(), meeting);
        for (List<Place> group : byCall.values()) {
            for (int from = 0; from < group.size(); from += TOGETHER) {
                change(group.subList(from, Math.min(group.size(), from + TOGETHER)), form, admission, outcomes);
            }
        }
        return outcomes;
    }

    private void change(List<Place> some, Map<String, String> form, Admission admission, List<Outcome> outcomes) {
        @Nullable String problem = form.isEmpty() ? null : together(some, form);
        for (Place place : some) {
            @Nullable String single = problem == null ? admission.apply(reach, place) : problem;
            outcomes.add(Reach.outcome(place.participant(), single));
        }
    }

    private @Nullable String together(List<Place> some, Map<String, String> form) {
        Map<String, String> bulk = new HashMap<>(form);
        bulk.put("mode", "selected");
        bulk.put("filterIds", String.join(",", some.stream().map(Place::participant).toList()));
        return reach.attempt(some.get(0).bridge(), bridge -> bridge.put("calls/" + some.get(0).call() + "/participants/*", bulk));
    }

    List<Outcome> drop(LiveMeeting meeting, List<ParticipantId> participants) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Place place : reach.places(meeting, participants, outcomes)) {
            outcomes.add(Reach.outcome(place.participant(),
                    reach.attempt(place.bridge(), bridge -> bridge.delete("participants/" + place.participant()))));
        }
        return outcomes;
    }

    ParticipantId add(LiveMeeting meeting, NewParticipant participant) {
        Map<String, String> form = Forms.of(participant);
        Map.Entry<String, List<String>> first = reach.calls(meeting).entrySet().iterator().next();
        return new ParticipantId(reach.ground().bridge(first.getKey()).post("calls/" + first.getValue().get(0) + "/participants", form));
    }

    List<Outcome> callBack(LiveMeeting meeting, List<ParticipantId> participants) {
        return participants.stream().map(id -> callBack(meeting, id)).toList();
    }

    private Outcome callBack(LiveMeeting meeting, ParticipantId id) {
        @Nullable Participant person = meeting.participant(id.value());
        if (person == null) {
            return Reach.outcome(id.value(), "There was no such participant in the meeting.");
        }
        if (person.state() != Participant.State.GONE) {
            return Reach.outcome(id.value(), "This participant has not left.");
        }
        if (person.address().isEmpty()) {
            return Reach.outcome(id.value(), "This participant has no address that could be called.");
        }
        try {
            return new Outcome(id, true, null, add(meeting, new NewParticipant(person.address(), nameOf(person), null, null, null, null, null, null)));
        } catch (ProblemException e) {
            return Reach.outcome(id.value(), e.problem().detail());
        }
    }

    /** Under the name that they had: a bridge knows of who is called no more than the address. */
    private static @Nullable String nameOf(Participant person) {
        return person.name().equals(person.address()) || !Forms.fits(person.name()) ? null : person.name();
    }

    /** The target's bridge takes them over from theirs. @spec wire §1.10 */
    List<Outcome> move(LiveMeeting meeting, List<ParticipantId> participants, LiveMeeting target) {
        MoveRules rules = rules(meeting, target);
        rules.target().ifPresent(problem -> {
            throw Problem.invalid("to", problem.text()).exception();
        });
        Map<String, List<String>> calls = reach.calls(target);
        List<Outcome> outcomes = new ArrayList<>();
        for (Place place : reach.places(meeting, participants, outcomes)) {
            Optional<String> refused = rules.refusal(new ParticipantId(place.participant()));
            outcomes.add(refused.isPresent() ? Reach.outcome(place.participant(), refused.get()) : move(place, label(meeting, place), calls));
        }
        return outcomes;
    }

    /** What the move would say, and what will be different. */
    List<MoveWarning> checkMove(LiveMeeting meeting, List<ParticipantId> participants, LiveMeeting target) {
        MoveRules rules = rules(meeting, target);
        return participants.stream().flatMap(id -> rules.warnings(id).stream()).toList();
    }

    private MoveRules rules(LiveMeeting meeting, LiveMeeting target) {
        return new MoveRules(meeting, target.meeting(), reach.ask(target, p -> p.legs().dualHomed(target.meeting().id())));
    }

    /** Whose device called in brings its name along; who was called has only the one that is shown here. */
    private static Map<String, String> label(LiveMeeting meeting, Place place) {
        @Nullable Participant person = meeting.participant(place.participant());
        @Nullable String name = person == null || person.direction() != Participant.Direction.OUTGOING ? null : nameOf(person);
        return name == null ? Map.of() : Map.of("nameLabelOverride", name);
    }

    private Outcome move(Place place, Map<String, String> label, Map<String, List<String>> calls) {
        String bridge = calls.containsKey(place.bridge()) ? place.bridge() : calls.keySet().iterator().next();
        Collection<String> there = calls.getOrDefault(bridge, List.of());
        Map<String, String> form = new HashMap<>(label);
        form.put("movedParticipant", place.participant());
        form.put("needsActivation", "false");
        try {
            String now = reach.ground().bridge(bridge).post("calls/" + there.iterator().next() + "/participants", form);
            return new Outcome(new ParticipantId(place.participant()), true, null, new ParticipantId(now));
        } catch (ProblemException e) {
            return Reach.outcome(place.participant(), e.problem().detail());
        }
    }
}
