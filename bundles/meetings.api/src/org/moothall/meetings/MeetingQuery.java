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
 * @param space only those in the space of this id, or null for all
 */
public record MeetingQuery(MeetingState state, String text, @Nullable String cluster, Sort sort, boolean descending, PageRequest page, boolean pinned,
        @Nullable String space) {

    /** In any space. */
    public MeetingQuery(MeetingState state, String text, @Nullable String cluster, Sort sort, boolean descending, PageRequest page, boolean pinned) {
        this(state, text, cluster, sort, descending, page, pinned, null);
    }

    /** Pinned or not, in any space. */
    public MeetingQuery(MeetingState state, String text, @Nullable String cluster, Sort sort, boolean descending, PageRequest page) {
        this(state, text, cluster, sort, descending, page, false);
    }

    /** What a list can be ordered by. */
    public enum Sort { NAME, START, PARTICIPANTS, END }
}
