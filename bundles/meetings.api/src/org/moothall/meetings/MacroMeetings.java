package org.moothall.meetings;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Which meetings a step means when it is carried out; exactly one of these.
 *
 * @param ids these meetings, at most 100
 * @param spaces whatever goes on in these spaces then, at most 100
 * @param view those that a list would show: its query such as {@code q=board&pinned=true&cluster=…}, or just the text to find
 */
public record MacroMeetings(@Nullable List<String> ids, @Nullable List<String> spaces, @Nullable String view) {

    /** Ids or spaces at the most. */
    public static final int MOST = 100;

    public MacroMeetings {
        ids = ids == null ? null : List.copyOf(ids);
        spaces = spaces == null ? null : List.copyOf(spaces);
    }
}
