package org.moothall.meetings.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
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

    /** Tables in the order in which a meeting is deleted from them, and the rest of each row's key. */
    private static final List<String[]> PARTS = List.of(new String[] {"meetings_word", "word"}, new String[] {"meetings_log", "number"},
            new String[] {"meetings_participant", "id"});

    @Override
    public boolean expire(Connection connection, Instant before, int most) throws SQLException {
        int left = most;
        while (left > 0) {
            Optional<String> next = next(connection, before);
            if (next.isEmpty()) {
                return false;
            }
            left -= delete(connection, next.get(), left);
        }
        return true;
    }

    private static Optional<String> next(Connection connection, Instant before) throws SQLException {
        String sql = "SELECT id FROM meetings_meeting WHERE state = ? AND key_end < ? ORDER BY key_end, id LIMIT 1";
        String limit = Order.number(before.toEpochMilli());
        Optional<String> begun = Sql.first(connection, row -> row.getString(1), sql, EXPIRED, limit);
        return begun.isPresent() ? begun : Sql.first(connection, row -> row.getString(1), sql, MeetingState.ENDED.name(), limit);
    }

    private static int delete(Connection connection, String meeting, int most) throws SQLException {
        Sql.update(connection, "UPDATE meetings_meeting SET state = ? WHERE id = ?", EXPIRED, meeting);
        int deleted = 0;
        for (String[] part : PARTS) {
            deleted += Sql.update(connection, "DELETE FROM " + part[0] + " WHERE meeting = ? AND " + part[1] + " IN (SELECT " + part[1] + " FROM " + part[0]
                    + " WHERE meeting = ? LIMIT ?)", meeting, meeting, most - deleted);
        }
        if (deleted < most) {
            Sql.update(connection, "DELETE FROM meetings_desk WHERE subject = ?", "care:" + meeting);
            Sql.update(connection, "DELETE FROM meetings_meeting WHERE id = ?", meeting);
            deleted++;
        }
        return deleted;
    }
}
