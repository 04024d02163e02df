package org.moothall.meetings.internal.store;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.moothall.core.json.Json;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.internal.projection.LoggedChange;
import org.moothall.store.Database;
import org.moothall.store.Sql;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** What happened in meetings, written once: a leaf for all that was heard of a meeting since the one before, numbered by its last entry. */
public final class KeptChanges {

    /** More of one meeting is not looked at. */
    private static final int MOST = 500_000;
    private static final JsonMapper JSON = Json.lenient();

    private final Database database;

    /** In this store, whose tables are there. */
    public KeptChanges(Database database) {
        this.database = database;
    }

    /** A leaf as it is stored. */
    record Leaf(String meeting, long last, int entries, String content) {}

    /** An entry within its leaf. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Entry(long number, long at, long heard, String participant, String name, String what, String value, String actor) {}

    /** The leaves that hold these changes, whose numbers grow. */
    static List<Leaf> leaves(List<LoggedChange> changes) {
        Map<MeetingId, List<LoggedChange>> byMeeting = new LinkedHashMap<>();
        changes.forEach(change -> byMeeting.computeIfAbsent(change.meeting(), id -> new ArrayList<>()).add(change));
        return byMeeting.entrySet().stream().map(each -> leaf(each.getKey(), each.getValue())).toList();
    }

    private static Leaf leaf(MeetingId meeting, List<LoggedChange> changes) {
        List<Entry> entries = changes.stream().map(change -> new Entry(change.number(), change.at().toEpochMilli(), change.heard().toEpochMilli(),
                change.participant(), change.name(), change.what(), change.value(), change.actor())).toList();
        try {
            return new Leaf(meeting.value(), entries.get(entries.size() - 1).number(), entries.size(), JSON.writeValueAsString(entries));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What had happened in a meeting at this time, in order. */
    public List<LoggedChange> until(MeetingId meeting, Instant at) {
        return byTime(meeting, change -> !change.at().isAfter(at));
    }

    /** How this changed in a meeting, in order of time. */
    public List<LoggedChange> of(MeetingId meeting, String what) {
        return byTime(meeting, change -> change.what().equals(what));
    }

    private List<LoggedChange> byTime(MeetingId meeting, Predicate<LoggedChange> which) {
        return entries(meeting, -1, MOST).stream().filter(which).sorted(Comparator.comparing(LoggedChange::at).thenComparing(LoggedChange::number))
                .limit(MOST).toList();
    }

    /** What was heard of a meeting after this number, in the order of hearing. */
    public List<LoggedChange> after(MeetingId meeting, long number, int limit) {
        return entries(meeting, number, limit).stream().limit(limit).toList();
    }

    /** How many there are, counted up to this many. */
    public long count(MeetingId meeting, int most) {
        return database.read(connection -> Math.min(most, Sql.number(connection, "SELECT COALESCE(SUM(entries), 0) FROM meetings_log WHERE meeting = ?",
                meeting.value())));
    }

    /** What follows this number, in the order of hearing; a leaf may begin with what the one before has, when nobody knew whether that one was kept. */
    private List<LoggedChange> entries(MeetingId meeting, long number, int leaves) {
        List<String> found = database.read(connection -> Sql.list(connection, row -> row.getString(1),
                "SELECT content FROM meetings_log WHERE meeting = ? AND number > ? ORDER BY number LIMIT ?", meeting.value(), number, leaves));
        List<LoggedChange> all = new ArrayList<>();
        long last = number;
        for (String leaf : found) {
            for (Entry entry : read(leaf)) {
                if (entry.number() > last) {
                    all.add(new LoggedChange(meeting, entry.number(), Instant.ofEpochMilli(entry.at()), Instant.ofEpochMilli(entry.heard()),
                            entry.participant(), entry.name(), entry.what(), entry.value(), entry.actor()));
                    last = entry.number();
                }
            }
        }
        return all;
    }

    private static Entry[] read(String leaf) {
        try {
            return JSON.readValue(leaf, Entry[].class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
