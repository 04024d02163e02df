package org.moothall.meetings.internal.macros;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.meetings.MacroArguments;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.Participant;

/** What is known to go wrong before anything is done. Thread-safe. */
final class Rehearsal {

    private final Selection selection;

    Rehearsal(Selection selection) {
        this.selection = selection;
    }

    /** Why this would not work with this participant, or null. */
    @Nullable
    String problem(Deed.WithPeople deed, Meeting meeting, Participant person) {
        return switch (deed) {
            case Deed.Change change -> Boolean.FALSE.equals(change.change().inLobby()) && nobodyIsInside(meeting)
                    ? "Nobody who could let people in is connected: an activator has to join first." : null;
            case Deed.Drop drop -> null;
            case Deed.CallBack back -> person.address().isEmpty() ? "This participant has no address that could be called." : null;
            case Deed.Move move -> move(move, meeting, person);
        };
    }

    private boolean nobodyIsInside(Meeting meeting) {
        return selection.people(meeting, MacroArguments.NONE, false).stream()
                .noneMatch(p -> p.state() == Participant.State.CONNECTED || p.state() == Participant.State.ON_HOLD);
    }

    private @Nullable String move(Deed.Move move, Meeting meeting, Participant person) {
        try {
            target(move, meeting);
        } catch (ProblemException e) {
            return e.problem().detail();
        }
        return person.canMove() ? null : "The Meeting Server cannot move this kind of participant.";
    }

    /** Where people are moved to; a problem when nothing goes on there, or in another cluster. */
    Meeting target(Deed.Move move, Meeting meeting) {
        Meeting target = selection.target(move.target())
                .orElseThrow(() -> Problem.invalid("to", "no meeting goes on there now.").exception());
        if (target.id().equals(meeting.id()) || !target.cluster().equals(meeting.cluster())) {
            throw Problem.invalid("to", "must be another meeting of the same cluster.").exception();
        }
        return target;
    }
}
