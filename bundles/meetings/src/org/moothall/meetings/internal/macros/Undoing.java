package org.moothall.meetings.internal.macros;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ProblemException;
import org.moothall.meetings.MacroId;
import org.moothall.meetings.MacroRun;
import org.moothall.meetings.MacroRun.Outcome;
import org.moothall.meetings.Macros.Run;
import org.moothall.meetings.OperatorActions;
import org.moothall.meetings.OperatorActions.Undone;
import org.moothall.meetings.ParticipantId;

/** Undoes one run, the last step first; what cannot be undone in one meeting does not keep the others from being tried. Used by one thread. */
final class Undoing {

    private final MacroId macro;
    private final List<Inverse> inverses;
    private final Run run;
    private final OperatorActions actions;
    private final List<Outcome> outcomes = new ArrayList<>();

    /** @param inverses in the order in which they were done */
    Undoing(MacroId macro, List<Inverse> inverses, Run run, OperatorActions actions) {
        this.macro = macro;
        this.inverses = inverses.reversed();
        this.run = run;
        this.actions = actions.by(run.user());
    }

    MacroRun undo() {
        int step = -1;
        for (Inverse next : inverses) {
            if (step >= 0 && step != next.step()) {
                run.sofar().accept(MacroRun.of(macro, false, outcomes, null));
                if (run.stopped().getAsBoolean()) {
                    break;
                }
            }
            step = next.step();
            undo(next);
        }
        MacroRun undone = MacroRun.of(macro, false, outcomes, null);
        run.sofar().accept(undone);
        return undone;
    }

    private void undo(Inverse inverse) {
        if (!run.may().test(inverse.meeting().cluster())) {
            note(inverse, null, "You may not act in this meeting.");
            return;
        }
        try {
            Undone undone = inverse.undo().apply(actions);
            undone.participants().forEach(outcome -> note(inverse, outcome.participant(), outcome.problem()));
            if (undone.participants().isEmpty()) {
                note(inverse, null, Playing.problem(undone.callBridges()));
            }
        } catch (ProblemException e) {
            note(inverse, null, e.problem().detail());
        }
    }

    private void note(Inverse inverse, @Nullable ParticipantId whom, @Nullable String problem) {
        outcomes.add(new Outcome(inverse.step(), inverse.command(), inverse.meeting().id(), inverse.meeting().name(), whom,
                whom == null ? null : inverse.names().get(whom), problem == null, problem));
    }
}
