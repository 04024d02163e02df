package org.moothall.meetings;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What a command of a macro needs; null where it needs it not.
 *
 * @param who of the participants only those whose names or addresses have words that begin so; everybody when null
 * @param except of these all but those whose names or addresses have words that begin so; nobody when null
 * @param layout one of {@code ParticipantChange.LAYOUTS}; empty goes back to what the meeting prescribes
 * @param importance as in {@code ParticipantChange}
 * @param to meeting or space to move to
 * @param address whom to call
 * @param name shown for them instead of their own
 * @param text the message; empty takes it away
 * @param position of the message
 * @param seconds how long the message is shown
 * @param cluster where to begin meetings
 */
public record MacroArguments(@Nullable String who, @Nullable String except, @Nullable String layout, @Nullable Integer importance, @Nullable String to,
        @Nullable String address, @Nullable String name, @Nullable String text, OperatorActions.Message.@Nullable Position position, @Nullable Integer seconds,
        @Nullable String cluster) {

    /** No arguments. */
    public static final MacroArguments NONE = new MacroArguments(null, null, null, null, null, null, null, null, null, null, null);
}
