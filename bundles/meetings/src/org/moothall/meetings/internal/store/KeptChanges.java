package org.moothall.meetings.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.moothall.meetings.MeetingId;
import org.moothall.meetings.internal.projection.LoggedChange;
import org.moothall.store.Database;
import org.moothall.store.Sql;

/** What happened in meetings, written once. */
public final class KeptChanges {

    private static final String COLUMNS = "SELECT meeting, number, happened, heard, participant, name, what, content, actor FROM meetings_change WHERE meeting = ?";
    /** More of one meeting is not looked at. */
    private static final int MOST = 500_000;

    private final Database database;

    /** In this store, whose tables are there. */
    public KeptChanges(Database database) {
        this.database = database;
    }

    static void keep(Connection connection, List<LoggedChange> changes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO meetings_change (meeting, number, happened, heard, participant, name, what, "
                + "content, actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (meeting, number) DO NOTHING")) {
            for (LoggedChange change : changes) {
                Sql.bind(insert, change.meeting().value(), change.number(), change.at().toEpochMilli(), change.heard().toEpochMilli(), change.participant(),
                        change.name(), change.what(), change.value(), change.actor());
                insert.executeUpdate();
            }
        }
    }

    /** What had happened in a meeting at this time, in order. */
    public List<LoggedChange> until(MeetingId meeting, Instant at) {
        return database.read(connection -> Sql.list(connection, KeptChanges::change, COLUMNS + " AND happened <= ? ORDER BY happened, number LIMIT ?",
                meeting.value(), at.toEpochMilli(), MOST));
    }

    /** How this changed in a meeting, in order of time. */
    public List<LoggedChange> of(MeetingId meeting, String what) {
        return database.read(connection -> Sql.list(connection, KeptChanges::change, COLUMNS + " AND what = ? ORDER BY happened, number LIMIT ?",
                meeting.value(), what, MOST));
    }

    /** What was heard of a meeting after this number, in the order of hearing. */
    public List<LoggedChange> after(MeetingId meeting, long number, int limit) {
        return database.read(connection -> Sql.list(connection, KeptChanges::change, COLUMNS + " AND number > ? ORDER BY number LIMIT ?",
                meeting.value(), number, limit));
    }

    /** How many there are, counted up to this many. */
    public long count(MeetingId meeting, int most) {
        return database.read(connection -> Sql.number(connection, "SELECT COUNT(*) FROM (SELECT 1 FROM meetings_change WHERE meeting = ? LIMIT ?) AS found",
                meeting.value(), most));
    }

    private static LoggedChange change(ResultSet row) throws SQLException {
        return new LoggedChange(new MeetingId(row.getString(1)), row.getLong(2), Instant.ofEpochMilli(row.getLong(3)), Instant.ofEpochMilli(row.getLong(4)),
                row.getString(5), row.getString(6), row.getString(7), row.getString(8), row.getString(9));
    }
}
