package org.moothall.meetings.internal.projection;

import java.time.Instant;

import org.moothall.meetings.MeetingId;

/**
 * Something that changed in a meeting; written once.
 *
 * @param number grows in the order in which we heard, over restarts too
 * @param at when it happened as the bridge told, our time where it told none
 * @param heard when we heard of it
 * @param participant whom it is about, empty for the meeting
 * @param name their name then
 * @param what the attribute; @param value its new value, empty for none
 * @param actor the user who asked for it, empty for nobody
 */
public record LoggedChange(MeetingId meeting, long number, Instant at, Instant heard, String participant, String name, String what, String value,
        String actor) {

    /** Names of bridges whose events were not heard; each on a line. */
    public static final String UNWATCHED = "unwatched";
    /** What an operator did. */
    public static final String ACTION = "action";
    /** Where somebody or the meeting was in its life. */
    public static final String STATE = "state";
}
