package org.moothall.meetings;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What a run of a macro did, or when rehearsed would do; or what undoing it did.
 *
 * @param rehearsed whether nothing was changed
 * @param outcomes in the order of the steps, of those that were carried out
 * @param failed how many of the outcomes have a problem
 * @param undo token that undoes the run; null while it goes on, and where nothing can be undone
 */
public record MacroRun(MacroId macro, boolean rehearsed, List<Outcome> outcomes, int failed, @Nullable String undo) {

    public MacroRun {
        outcomes = List.copyOf(outcomes);
    }

    /** With the number of those that failed. */
    public static MacroRun of(MacroId macro, boolean rehearsed, List<Outcome> outcomes, @Nullable String undo) {
        return new MacroRun(macro, rehearsed, outcomes, (int) outcomes.stream().filter(outcome -> outcome.problem() != null).count(), undo);
    }

    /**
     * What happened to whom.
     *
     * @param step number of the step, from 0
     * @param meeting which meeting, or null when there was none
     * @param participant whom it is about, or null for the meeting
     * @param done whether it was done, or undone; when rehearsed, whether it would be asked for
     * @param problem what went or would go wrong and what to do, or null
     */
    public record Outcome(int step, MacroCommand command, @Nullable MeetingId meeting, @Nullable String meetingName, @Nullable ParticipantId participant,
            @Nullable String participantName, boolean done, @Nullable String problem) {}
}
