package org.moothall.meetings.internal.find;

import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
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
        return HexFormat.of().toHexDigits(Math.max(0, value));
    }

    /** The wanted page of these rows. */
    public Page<T> page(List<T> rows, PageRequest request) {
        @Nullable String text = request.cursor();
        @Nullable Cursor cursor = text == null ? null : Cursor.of(text);
        Comparator<Keyed<T>> byKey = Comparator.comparing(Keyed::key);
        List<Keyed<T>> sorted = rows.stream().map(row -> new Keyed<>(row, key.apply(row), id.apply(row)))
                .filter(row -> cursor == null || after(row, cursor))
                .sorted((descending ? byKey.reversed() : byKey).thenComparing(Keyed::id)).limit(request.limit() + 1L).toList();
        boolean more = sorted.size() > request.limit();
        List<Keyed<T>> page = more ? sorted.subList(0, request.limit()) : sorted;
        Keyed<T> last = more ? page.get(page.size() - 1) : null;
        return new Page<>(page.stream().map(Keyed::row).toList(), Math.min(rows.size(), Page.EXACT_LIMIT), rows.size() <= Page.EXACT_LIMIT,
                last == null ? null : new Cursor(last.key(), last.id()).text());
    }

    /** A row with what it is sorted by, which takes time to make. */
    private record Keyed<T>(T row, String key, String id) {}

    private boolean after(Keyed<T> row, Cursor cursor) {
        int byKey = row.key().compareTo(cursor.key());
        if (byKey == 0) {
            return row.id().compareTo(cursor.id()) > 0;
        }
        return descending ? byKey < 0 : byKey > 0;
    }
}
