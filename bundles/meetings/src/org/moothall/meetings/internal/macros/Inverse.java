package org.moothall.meetings.internal.macros;

import java.util.Map;
import java.util.function.Function;

import org.moothall.meetings.MacroCommand;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.OperatorActions;
import org.moothall.meetings.OperatorActions.Undone;
import org.moothall.meetings.ParticipantId;

/**
 * What undoes a step in one meeting.
 *
 * @param names of those it was done to, as far as they have names
 */
record Inverse(int step, MacroCommand command, Meeting meeting, Map<ParticipantId, String> names, Function<OperatorActions, Undone> undo) {

    Inverse {
        names = Map.copyOf(names);
    }
}
