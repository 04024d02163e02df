package org.moothall.meetings.internal.macros;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ProblemException;
import org.moothall.meetings.Macro;
import org.moothall.meetings.MacroCommand;
import org.moothall.meetings.MacroMeetings;
import org.moothall.meetings.MacroRun;
import org.moothall.meetings.MacroRun.Outcome;
import org.moothall.meetings.Macros.Run;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.Meetings;
import org.moothall.meetings.OperatorActions;
import org.moothall.meetings.OperatorActions.MeetingOutcome;
import org.moothall.meetings.OperatorActions.NewMeeting;
import org.moothall.meetings.OperatorActions.NewParticipant;
import org.moothall.meetings.OperatorActions.Undone;
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
    private final List<Inverse> inverses = new ArrayList<>();
    private int step;

    Playing(Macro macro, boolean rehearse, Run run, Meetings meetings, OperatorActions actions) {
        this.macro = macro;
        this.rehearse = rehearse;
        this.run = run;
        this.selection = new Selection(meetings);
        this.actions = actions.by(run.user());
        this.rehearsal = new Rehearsal(selection);
    }

    /** @param keeps what undoes the run, and gives the token */
    MacroRun play(Function<List<Inverse>, String> keeps) {
        for (step = 0; step < macro.steps().size() && !run.stopped().getAsBoolean(); step++) {
            Macro.Step next = macro.steps().get(step);
            if (Deeds.of(next) instanceof Deed.Start start) {
                begin(start, next.meetings());
            } else {
                inMeetings(next);
            }
            run.sofar().accept(MacroRun.of(macro.id(), rehearse, outcomes, null));
        }
        MacroRun done = MacroRun.of(macro.id(), rehearse, outcomes, inverses.isEmpty() ? null : keeps.apply(inverses));
        run.sofar().accept(done); // of what was stopped nobody hears what is returned
        return done;
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
        Map<ParticipantId, Participant> known = people.stream().collect(Collectors.toMap(Participant::id, person -> person));
        List<ParticipantId> ids = people.stream().map(Participant::id).toList();
        OperatorActions.Outcomes told = switch (deed) {
            case Deed.Change change -> actions.change(meeting.id(), ids, change.change());
            case Deed.Drop drop -> actions.drop(meeting.id(), ids);
            case Deed.CallBack back -> actions.callBack(meeting.id(), ids);
            case Deed.Move move -> actions.move(meeting.id(), ids, rehearsal.target(move, meeting).id());
        };
        Map<ParticipantId, String> names = new HashMap<>();
        for (Meetings.Outcome outcome : told.outcomes()) {
            @Nullable Participant person = known.get(outcome.participant());
            note(meeting, person, outcome.problem());
            if (person != null) {
                names.put(Objects.requireNonNullElse(outcome.now(), person.id()), person.name());
            }
        }
        undoable(meeting, names, told.undo());
    }

    private void withMeeting(Deed.WithMeeting deed, Meeting meeting) {
        if (rehearse) {
            note(meeting, null, null);
            return;
        }
        switch (deed) {
            case Deed.Add add -> add(meeting, add.participant());
            case Deed.ChangeMeeting change -> {
                OperatorActions.MeetingOutcomes told = actions.change(meeting.id(), change.change());
                undoable(meeting, Map.of(), told.undo());
                note(meeting, null, problem(told.outcomes()));
            }
            case Deed.End end -> {
                actions.end(meeting.id());
                note(meeting, null, null);
            }
        }
    }

    private void add(Meeting meeting, NewParticipant called) {
        ParticipantId id = actions.add(meeting.id(), called);
        note(meeting, null, null);
        inverses.add(new Inverse(step, command(), meeting, Map.of(id, called.address()),
                acting -> new Undone(acting.drop(meeting.id(), List.of(id)).outcomes(), List.of())));
    }

    /** What went wrong on the first Call Bridge where something did, or null. */
    static @Nullable String problem(List<MeetingOutcome> outcomes) {
        return outcomes.stream().filter(outcome -> !outcome.done()).findFirst().map(outcome -> outcome.callBridge() + ": " + outcome.problem()).orElse(null);
    }

    private void undoable(Meeting meeting, Map<ParticipantId, String> names, @Nullable String token) {
        if (token != null) {
            inverses.add(new Inverse(step, command(), meeting, names, acting -> acting.undo(meeting.id(), token)));
        }
    }

    private MacroCommand command() {
        return macro.steps().get(step).command();
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
        outcomes.add(new Outcome(step, command(), meeting == null ? null : meeting.id(), meeting == null ? null : meeting.name(),
                person == null ? null : person.id(), person == null ? null : person.name(), problem == null, problem));
    }
}
