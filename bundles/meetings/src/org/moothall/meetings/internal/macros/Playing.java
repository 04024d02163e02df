package org.moothall.meetings.internal.macros;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ProblemException;
import org.moothall.meetings.Macro;
import org.moothall.meetings.MacroMeetings;
import org.moothall.meetings.MacroRun;
import org.moothall.meetings.MacroRun.Outcome;
import org.moothall.meetings.Macros.Run;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.Meetings;
import org.moothall.meetings.OperatorActions;
import org.moothall.meetings.OperatorActions.NewMeeting;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ParticipantId;
import org.moothall.servers.ClusterId;

/** One run of a macro, step by step; a step that fails somewhere does not keep the others from being tried. Used by one thread. */
final class Playing {

    private final Macro macro;
    private final boolean rehearse;
    private final Run run;
    private final Selection selection;
    private final OperatorActions actions;
    private final Rehearsal rehearsal;
    private final List<Outcome> outcomes = new ArrayList<>();
    private int step;

    Playing(Macro macro, boolean rehearse, Run run, Meetings meetings, OperatorActions actions) {
        this.macro = macro;
        this.rehearse = rehearse;
        this.run = run;
        this.selection = new Selection(meetings);
        this.actions = actions.by(run.user());
        this.rehearsal = new Rehearsal(selection);
    }

    MacroRun play() {
        for (step = 0; step < macro.steps().size() && !run.stopped().getAsBoolean(); step++) {
            Macro.Step next = macro.steps().get(step);
            if (Deeds.of(next) instanceof Deed.Start start) {
                begin(start, next.meetings());
            } else {
                inMeetings(next);
            }
            run.sofar().accept(result());
        }
        return result();
    }

    private MacroRun result() {
        return new MacroRun(macro.id(), rehearse, outcomes, (int) outcomes.stream().filter(outcome -> outcome.problem() != null).count());
    }

    private void inMeetings(Macro.Step next) {
        List<Meeting> found = selection.meetings(next.meetings());
        if (found.isEmpty()) {
            note(null, null, "None of the meetings that are meant goes on now.");
        }
        found.forEach(meeting -> {
            if (run.may().test(meeting.cluster())) {
                inMeeting(next, meeting);
            } else {
                note(meeting, null, "You may not act in this meeting.");
            }
        });
    }

    private void inMeeting(Macro.Step next, Meeting meeting) {
        try {
            switch (Deeds.of(next)) {
                case Deed.WithPeople deed -> {
                    List<Participant> people = selection.people(meeting, Deeds.arguments(next), deed instanceof Deed.CallBack);
                    if (people.isEmpty()) {
                        note(meeting, null, "Nobody who is meant is there.");
                    } else {
                        withPeople(deed, meeting, people);
                    }
                }
                case Deed.WithMeeting deed -> withMeeting(deed, meeting);
                case Deed.Start start -> throw new IllegalStateException("begins no meeting in a meeting");
            }
        } catch (ProblemException e) {
            note(meeting, null, e.problem().detail());
        }
    }

    private void withPeople(Deed.WithPeople deed, Meeting meeting, List<Participant> people) {
        if (rehearse) {
            people.forEach(person -> note(meeting, person, rehearsal.problem(deed, meeting, person)));
            return;
        }
        Map<ParticipantId, Participant> known = new HashMap<>();
        people.forEach(person -> known.put(person.id(), person));
        List<ParticipantId> ids = people.stream().map(Participant::id).toList();
        OperatorActions.Outcomes told = switch (deed) {
            case Deed.Change change -> actions.change(meeting.id(), ids, change.change());
            case Deed.Drop drop -> actions.drop(meeting.id(), ids);
            case Deed.CallBack back -> actions.callBack(meeting.id(), ids);
            case Deed.Move move -> actions.move(meeting.id(), ids, rehearsal.target(move, meeting).id());
        };
        told.outcomes().forEach(outcome -> note(meeting, known.get(outcome.participant()), outcome.problem()));
    }

    private void withMeeting(Deed.WithMeeting deed, Meeting meeting) {
        if (rehearse) {
            note(meeting, null, null);
            return;
        }
        switch (deed) {
            case Deed.Add add -> actions.add(meeting.id(), add.participant());
            case Deed.ChangeMeeting change -> {
                Optional<OperatorActions.MeetingOutcome> failed = actions.change(meeting.id(), change.change()).outcomes().stream()
                        .filter(outcome -> !outcome.done()).findFirst();
                if (failed.isPresent()) {
                    note(meeting, null, failed.get().callBridge() + ": " + failed.get().problem());
                    return;
                }
            }
            case Deed.End end -> actions.end(meeting.id());
        }
        note(meeting, null, null);
    }

    private void begin(Deed.Start start, MacroMeetings where) {
        ClusterId cluster = start.cluster();
        for (String space : Objects.requireNonNull(where.spaces())) {
            try {
                if (!run.may().test(cluster)) {
                    note(null, null, "You may not begin meetings in this cluster.");
                } else {
                    if (!rehearse) {
                        actions.start(new NewMeeting(cluster, space));
                    }
                    note(null, null, null);
                }
            } catch (ProblemException e) {
                note(null, null, e.problem().detail());
            }
        }
    }

    private void note(@Nullable Meeting meeting, @Nullable Participant person, @Nullable String problem) {
        outcomes.add(new Outcome(step, macro.steps().get(step).command(), meeting == null ? null : meeting.id(), meeting == null ? null : meeting.name(),
                person == null ? null : person.id(), person == null ? null : person.name(), problem == null, problem));
    }
}
