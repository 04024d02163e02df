package org.moothall.meetings;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.PageRequest;

/**
 * Which meetings are wanted.
 *
 * @param text beginnings of words of name, participant, address, space or number; empty for all
 * @param cluster only of this cluster, or null for all that the caller may see
 * @param sort what to order by; ties by id
 * @param pinned only those that operators pinned
 */
public record MeetingQuery(MeetingState state, String text, @Nullable String cluster, Sort sort, boolean descending, PageRequest page, boolean pinned) {

    /** Pinned or not. */
    public MeetingQuery(MeetingState state, String text, @Nullable String cluster, Sort sort, boolean descending, PageRequest page) {
        this(state, text, cluster, sort, descending, page, false);
    }

    /** What a list can be ordered by. */
    public enum Sort { NAME, START, PARTICIPANTS, END }
}
