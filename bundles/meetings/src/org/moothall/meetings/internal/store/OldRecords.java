package org.moothall.meetings.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.moothall.store.Expiring;
import org.moothall.store.Sql;

/** Call detail records, in the order in which they came: so nothing is looked for where there is nothing to delete. */
public final class OldRecords implements Expiring {

    private record Received(long id, long at) {}

    @Override
    public boolean expire(Connection connection, Instant before, int most) throws SQLException {
        List<Received> oldest = Sql.list(connection, row -> new Received(row.getLong(1), row.getLong(2)),
                "SELECT id, received FROM meetings_body ORDER BY id LIMIT ?", most);
        int old = 0;
        while (old < oldest.size() && oldest.get(old).at() < before.toEpochMilli()) {
            old++;
        }
        if (old > 0) {
            Sql.update(connection, "DELETE FROM meetings_body WHERE id <= ?", oldest.get(old - 1).id());
        }
        return old == most;
    }
}
