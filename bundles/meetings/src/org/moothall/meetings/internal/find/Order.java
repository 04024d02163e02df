package org.moothall.meetings.internal.find;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;

/** The order of a list; a page begins after the row that the cursor names, also when that row has moved or gone. */
public final class Order<T> {

    private final Function<T, String> key;
    private final Function<T, String> id;
    private final boolean descending;

    /**
     * Orders by key, then by id.
     *
     * @param key text that sorts as the column does
     */
    public Order(Function<T, String> key, Function<T, String> id, boolean descending) {
        this.key = key;
        this.id = id;
        this.descending = descending;
    }

    /** The order that a query asks for. */
    public static Order<Meeting> of(MeetingQuery query) {
        return new Order<>(meeting -> key(meeting, query.sort()), meeting -> meeting.id().value(), query.descending());
    }

    /** What a meeting is sorted by, as text of fixed form. */
    public static String key(Meeting meeting, MeetingQuery.Sort sort) {
        return switch (sort) {
            case NAME -> Cursor.hex(Words.folded(meeting.name()));
            case START -> number(meeting.startedAt().toEpochMilli());
            case END -> {
                @Nullable Instant end = meeting.endedAt();
                yield number(end == null ? 0 : end.toEpochMilli());
            }
            case PARTICIPANTS -> number(meeting.state() == MeetingState.ENDED ? meeting.maxParticipants() : meeting.participants());
        };
    }

    /** A number as text that sorts alike. */
    public static String number(long value) {
        return String.format("%016x", Math.max(0, value));
    }

    /** The wanted page of these rows. */
    public Page<T> page(List<T> rows, PageRequest request) {
        List<T> sorted = new ArrayList<>(rows);
        Comparator<T> byKey = Comparator.comparing(key);
        sorted.sort((descending ? byKey.reversed() : byKey).thenComparing(id));
        @Nullable String text = request.cursor();
        int from = 0;
        if (text != null) {
            Cursor cursor = Cursor.of(text);
            while (from < sorted.size() && !after(sorted.get(from), cursor)) {
                from++;
            }
        }
        int to = Math.min(sorted.size(), from + request.limit());
        List<T> page = sorted.subList(from, to);
        boolean more = to < sorted.size();
        int total = Math.min(rows.size(), Page.EXACT_LIMIT);
        return new Page<>(page, total, rows.size() <= Page.EXACT_LIMIT, more ? cursor(page.get(page.size() - 1)) : null);
    }

    private String cursor(T row) {
        return new Cursor(key.apply(row), id.apply(row)).text();
    }

    private boolean after(T row, Cursor cursor) {
        int byKey = key.apply(row).compareTo(cursor.key());
        if (byKey == 0) {
            return id.apply(row).compareTo(cursor.id()) > 0;
        }
        return descending ? byKey < 0 : byKey > 0;
    }
}
