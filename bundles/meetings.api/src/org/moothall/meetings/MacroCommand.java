package org.moothall.meetings;

/** What a step of a macro does; the actions that {@link OperatorActions} has, in words. */
public enum MacroCommand {
    /** Mutes participants. */
    MUTE_AUDIO,
    /** Unmutes participants. */
    UNMUTE_AUDIO,
    /** Stops the video of participants. */
    MUTE_VIDEO,
    /** Starts the video of participants. */
    UNMUTE_VIDEO,
    /** Gives participants a {@code layout}. */
    LAYOUT,
    /** Gives participants an {@code importance}. */
    IMPORTANCE,
    /** Lets participants in from the lobby. */
    ADMIT,
    /** Sends participants to the lobby. */
    SEND_TO_LOBBY,
    /** Drops participants. */
    DROP,
    /** Calls back participants who are gone. */
    CALL_BACK,
    /** Moves participants {@code to} another meeting. */
    MOVE,
    /** Calls an {@code address} into the meeting. */
    ADD,
    /** Locks the meeting. */
    LOCK,
    /** Unlocks the meeting. */
    UNLOCK,
    /** Starts recording. */
    START_RECORDING,
    /** Stops recording. */
    STOP_RECORDING,
    /** Starts streaming. */
    START_STREAMING,
    /** Stops streaming. */
    STOP_STREAMING,
    /** Mutes everybody who joins from then on. */
    MUTE_NEWCOMERS,
    /** Mutes newcomers no more. */
    UNMUTE_NEWCOMERS,
    /** Shows a {@code text} to everybody. */
    MESSAGE,
    /** Ends the meeting. */
    END,
    /** Begins a meeting in each of the step's spaces, on a {@code cluster}. */
    START
}
