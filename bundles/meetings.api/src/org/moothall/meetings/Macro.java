package org.moothall.meetings;

import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Versioned;

/**
 * Several commands over several meetings as one click, shared by all operators of a server.
 *
 * @param steps in the order in which they are carried out, at most {@link #MOST_STEPS}
 * @param changedBy who changed it last
 * @param version grows with each change; the ETag
 */
public record Macro(MacroId id, String name, List<Step> steps, String changedBy, Instant changedAt, long version) implements Versioned {

    /** Steps at the most. */
    public static final int MOST_STEPS = 50;
    /** Macros at the most. */
    public static final int MOST = 500;

    public Macro {
        steps = List.copyOf(steps);
    }

    /** A command in one or more meetings. @param arguments as the command needs them, or null for none */
    public record Step(MacroMeetings meetings, MacroCommand command, @Nullable MacroArguments arguments) {}
}
