package org.moothall.meetings.internal.store;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.json.Json;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.internal.find.Cursor;
import org.moothall.meetings.internal.find.Order;
import org.moothall.meetings.internal.find.Words;
import org.moothall.store.Database;
import org.moothall.store.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The ended meetings of the store, to be found by what was asked for. */
public final class EndedMeetings {

    private final Database database;
    private final JsonMapper json = Json.lenient();

    /** Of this store, whose tables are there. */
    public EndedMeetings(Database database) {
        this.database = database;
    }

    /** A page of them. @param pins spaces and meetings that are pinned */
    public Page<Meeting> find(MeetingQuery query, Collection<String> pins) {
        return find(query, new Condition(query, pins));
    }

    /** A page of those that had ended by this time. */
    public Page<Meeting> endedBy(MeetingQuery query, Collection<String> pins, Instant at) {
        return find(query, new Condition(query, pins).and("key_end <= ?", Order.number(at.toEpochMilli())));
    }

    /** All that went on at this time, in no order. */
    public List<Meeting> goingOn(MeetingQuery query, Collection<String> pins, Instant at) {
        String then = Order.number(at.toEpochMilli());
        Condition condition = new Condition(query, pins).and("key_end > ?", then).and("key_start <= ?", then);
        return database.read(connection -> Sql.list(connection, row -> read(row.getString(1)), "SELECT shown FROM meetings_meeting WHERE " + condition.text(),
                condition.values()));
    }

    private Page<Meeting> find(MeetingQuery query, Condition condition) {
        String key = "key_" + query.sort().name().toLowerCase(Locale.ROOT);
        Condition paged = new Condition(condition);
        @Nullable String text = query.page().cursor();
        if (text != null) {
            Cursor cursor = Cursor.of(text);
            paged.and("(" + key + (query.descending() ? " < ?" : " > ?") + " OR (" + key + " = ? AND id > ?))", cursor.key(), cursor.key(), cursor.id());
        }
        int limit = query.page().limit();
        String order = " ORDER BY " + key + (query.descending() ? " DESC" : "") + ", id LIMIT " + (limit + 1);
        return database.read(connection -> {
            long total = Sql.count(connection, "FROM meetings_meeting WHERE " + condition.text(), condition.values());
            List<Meeting> rows = Sql.list(connection, row -> read(row.getString(1)), "SELECT shown FROM meetings_meeting WHERE " + paged.text() + order,
                    paged.values());
            boolean more = rows.size() > limit;
            List<Meeting> page = more ? rows.subList(0, limit) : rows;
            Meeting last = page.isEmpty() ? null : page.get(page.size() - 1);
            return Page.of(page, total, more && last != null ? new Cursor(Order.key(last, query.sort()), last.id().value()).text() : null);
        });
    }

    private Meeting read(String text) {
        try {
            return json.readValue(text, Meeting.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What follows WHERE, with its values. */
    private static final class Condition {

        private final StringBuilder where;
        private final List<Object> values;

        Condition(MeetingQuery query, Collection<String> pins) {
            where = new StringBuilder("state = ?");
            values = new ArrayList<>(List.of(MeetingState.ENDED.name()));
            @Nullable String cluster = query.cluster();
            if (cluster != null) {
                and("cluster = ?", cluster);
            }
            @Nullable String space = query.space();
            if (space != null) {
                and("space = ?", space);
            }
            if (query.pinned()) {
                String any = "(" + String.join(", ", Collections.nCopies(pins.size(), "?")) + ")";
                and(pins.isEmpty() ? "1 = 0" : "(space IN " + any + " OR id IN " + any + ")", pins.toArray());
                values.addAll(pins);
            }
            for (String beginning : Words.ofQuery(query.text())) {
                String from = Cursor.hex(beginning);
                and("id IN (SELECT meeting FROM meetings_word WHERE word >= ? AND word < ?)", from, from + 'g');
            }
        }

        Condition(Condition same) {
            where = new StringBuilder(same.where);
            values = new ArrayList<>(same.values);
        }

        Condition and(String more, Object... with) {
            where.append(" AND ").append(more);
            Collections.addAll(values, with);
            return this;
        }

        String text() {
            return where.toString();
        }

        Object[] values() {
            return values.toArray();
        }
    }
}
