package org.moothall.meetings.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

import org.moothall.store.Expiring;
import org.moothall.store.Sql;

/** What operators took away so long ago that every server on the store has seen it go. */
public final class OldPins implements Expiring {

    @Override
    public boolean expire(Connection connection, Instant before, int most) throws SQLException {
        return Sql.update(connection,
                "DELETE FROM meetings_desk WHERE subject IN (SELECT subject FROM meetings_desk WHERE changed < ? AND content = '' LIMIT ?)",
                before.toEpochMilli(), most) == most;
    }
}
