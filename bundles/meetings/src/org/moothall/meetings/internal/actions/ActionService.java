package org.moothall.meetings.internal.actions;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.Meetings.Outcome;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.MoveWarning;
import org.moothall.meetings.OperatorActions;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ParticipantId;
import org.moothall.meetings.internal.live.LiveMeeting;
import org.moothall.meetings.internal.projection.Projection;
import org.moothall.servers.ClusterId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What operators do, and how it is undone. Thread-safe. */
@Component(service = {OperatorActions.class, ActionService.class})
public final class ActionService implements OperatorActions {

    /** A macro over many meetings must not take the room of what people did one by one. */
    private static final int MOST_UNDOS = 20_000;

    private final Ground ground;
    private final ParticipantActions people;
    private final MeetingActions meetings;
    private final Starting starting;
    private final Undos<MeetingId, Supplier<Undone>> undos;
    /** Who does it; empty when nobody said. */
    private final String actor;

    /** On this ground. */
    @Activate
    public ActionService(@Reference Ground ground, @Reference Clock clock) {
        this.ground = ground;
        Reach reach = new Reach(ground);
        people = new ParticipantActions(reach);
        meetings = new MeetingActions(reach);
        starting = new Starting(ground);
        undos = new Undos<>(clock, MOST_UNDOS);
        actor = "";
    }

    private ActionService(ActionService same, String actor) {
        ground = same.ground;
        people = same.people;
        meetings = same.meetings;
        starting = same.starting;
        undos = same.undos;
        this.actor = actor;
    }

    @Override
    public OperatorActions by(String user) {
        return new ActionService(this, user);
    }

    @Override
    public Outcomes change(MeetingId id, List<ParticipantId> participants, ParticipantChange change) {
        LiveMeeting meeting = ground.going(id);
        Map<ParticipantId, ParticipantChange> before = new LinkedHashMap<>();
        for (ParticipantId whom : participants) {
            @Nullable Participant person = meeting.participant(whom.value());
            if (person != null) {
                before.put(whom, Before.of(person, change));
            }
        }
        List<Outcome> outcomes = people.change(meeting, participants, change);
        before.keySet().retainAll(done(outcomes));
        write(meeting, outcomes, ActionWords.of(change));
        return undoable(id, outcomes, () -> changeBack(ground.going(id), before));
    }

    private List<Outcome> changeBack(LiveMeeting meeting, Map<ParticipantId, ParticipantChange> before) {
        Map<ParticipantChange, List<ParticipantId>> alike = before.keySet().stream()
                .collect(Collectors.groupingBy(whom -> Objects.requireNonNull(before.get(whom)), LinkedHashMap::new, Collectors.toList()));
        return alike.entrySet().stream().flatMap(entry -> people.change(meeting, entry.getValue(), entry.getKey()).stream()).toList();
    }

    @Override
    public Outcomes drop(MeetingId id, List<ParticipantId> participants) {
        LiveMeeting meeting = ground.going(id);
        List<Outcome> outcomes = people.drop(meeting, participants);
        write(meeting, outcomes, "drop");
        return undoable(id, outcomes, () -> people.callBack(ground.going(id), done(outcomes)));
    }

    @Override
    public Outcomes callBack(MeetingId id, List<ParticipantId> participants) {
        LiveMeeting meeting = ground.going(id);
        List<Outcome> outcomes = people.callBack(meeting, participants);
        write(meeting, outcomes, "call back");
        return undoable(id, outcomes, () -> people.drop(ground.going(id), now(outcomes)));
    }

    @Override
    public Outcomes move(MeetingId id, List<ParticipantId> participants, MeetingId target) {
        LiveMeeting meeting = ground.going(id);
        LiveMeeting to = ground.going(target);
        List<Outcome> outcomes = people.move(meeting, participants, to);
        write(meeting, outcomes, "move to " + to.meeting().name());
        return undoable(id, outcomes, () -> people.move(ground.going(target), now(outcomes), ground.going(id)));
    }

    @Override
    public List<MoveWarning> checkMove(MeetingId id, List<ParticipantId> participants, MeetingId target) {
        return people.checkMove(ground.going(id), participants, ground.going(target));
    }

    @Override
    public ParticipantId add(MeetingId id, NewParticipant participant) {
        LiveMeeting meeting = ground.going(id);
        ParticipantId called = people.add(meeting, participant);
        write(meeting, "call " + participant.address().strip());
        return called;
    }

    @Override
    public MeetingOutcomes change(MeetingId id, MeetingChange change) {
        LiveMeeting meeting = ground.going(id);
        MeetingChange before = Before.of(meeting.meeting(), change, () -> meetings.panePlacement(meeting));
        List<MeetingOutcome> outcomes = meetings.change(meeting, change);
        boolean nothing = outcomes.stream().noneMatch(MeetingOutcome::done);
        if (!nothing) {
            write(meeting, ActionWords.of(change));
        }
        return new MeetingOutcomes(outcomes, nothing ? null
                : undos.keep(id, () -> new Undone(List.of(), meetings.change(ground.going(id), before))));
    }

    @Override
    public MeetingId start(NewMeeting meeting) {
        return starting.start(meeting);
    }

    @Override
    public List<Space> spaces(ClusterId cluster, String text) {
        return starting.spaces(cluster, text);
    }

    @Override
    public Undone undo(MeetingId id, String undo) {
        LiveMeeting meeting = ground.going(id);
        Undone undone = undos.take(id, undo).get();
        write(meeting, "undo what was done before");
        return undone;
    }

    @Override
    public void end(MeetingId id) {
        LiveMeeting meeting = ground.going(id);
        write(meeting, "end");
        meetings.end(meeting);
    }

    /** For those with whom it was done. */
    private void write(LiveMeeting meeting, List<Outcome> outcomes, String words) {
        List<ParticipantId> whom = done(outcomes);
        if (!whom.isEmpty()) {
            ground.ask(meeting.meeting().cluster(), p -> note(p, meeting, whom, words));
        }
    }

    /** For the whole meeting. */
    private void write(LiveMeeting meeting, String words) {
        ground.ask(meeting.meeting().cluster(), p -> note(p, meeting, List.of(), words));
    }

    private boolean note(Projection projection, LiveMeeting meeting, List<ParticipantId> whom, String words) {
        projection.acted(meeting.meeting().id(), whom, words, actor);
        return true;
    }

    private Outcomes undoable(MeetingId id, List<Outcome> outcomes, Supplier<List<Outcome>> undo) {
        boolean nothing = done(outcomes).isEmpty();
        return new Outcomes(outcomes, nothing ? null : undos.keep(id, () -> new Undone(undo.get(), List.of())));
    }

    private static List<ParticipantId> done(List<Outcome> outcomes) {
        return outcomes.stream().filter(Outcome::done).map(Outcome::participant).toList();
    }

    private static List<ParticipantId> now(List<Outcome> outcomes) {
        List<ParticipantId> all = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            @Nullable ParticipantId now = outcome.now();
            if (now != null) {
                all.add(now);
            }
        }
        return all;
    }
}
