package org.moothall.meetings.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.moothall.meetings.MeetingState;
import org.moothall.meetings.internal.find.Order;
import org.moothall.store.Expiring;
import org.moothall.store.Sql;

/**
 * Ended meetings with all that is kept of them: participants, event log, words, care and notes. A large one takes several steps, from
 * the first of which on it is shown no more.
 */
public final class OldMeetings implements Expiring {

    /** A meeting that is being deleted. */
    static final String EXPIRED = "EXPIRED";

    @Override
    public boolean expire(Connection connection, Instant before, int most) throws SQLException {
        int left = most;
        while (left > 0) {
            Optional<Old> next = next(connection, before);
            if (next.isEmpty()) {
                return false;
            }
            left -= delete(connection, next.get(), left);
        }
        return true;
    }

    private record Old(String id, String ended) {}

    private static Optional<Old> next(Connection connection, Instant before) throws SQLException {
        String sql = "SELECT id, key_end FROM meetings_meeting WHERE state = ? AND key_end < ? ORDER BY key_end, id LIMIT 1";
        String limit = Order.number(before.toEpochMilli());
        Optional<Old> begun = Sql.first(connection, OldMeetings::old, sql, EXPIRED, limit);
        return begun.isPresent() ? begun : Sql.first(connection, OldMeetings::old, sql, MeetingState.ENDED.name(), limit);
    }

    private static Old old(ResultSet row) throws SQLException {
        return new Old(row.getString(1), row.getString(2));
    }

    private static int delete(Connection connection, Old meeting, int most) throws SQLException {
        Sql.update(connection, "UPDATE meetings_meeting SET state = ? WHERE id = ?", EXPIRED, meeting.id());
        int deleted = delete(connection, "meetings_word", "word", most, "ended = ? AND meeting = ?", meeting.ended(), meeting.id());
        deleted += delete(connection, "meetings_log", "number", most - deleted, "meeting = ?", meeting.id());
        deleted += delete(connection, "meetings_participant", "id", most - deleted, "meeting = ?", meeting.id());
        if (deleted < most) {
            Sql.update(connection, "DELETE FROM meetings_desk WHERE subject = ?", "care:" + meeting.id());
            Sql.update(connection, "DELETE FROM meetings_meeting WHERE id = ?", meeting.id());
            deleted++;
        }
        return deleted;
    }

    /** @param key what the rows of a meeting differ in */
    private static int delete(Connection connection, String table, String key, int most, String which, Object... of) throws SQLException {
        List<Object> values = new ArrayList<>(List.of(of));
        Collections.addAll(values, of);
        values.add(most);
        return Sql.update(connection, "DELETE FROM " + table + " WHERE " + which + " AND " + key + " IN (SELECT " + key + " FROM " + table + " WHERE " + which
                + " LIMIT ?)", values.toArray());
    }
}
