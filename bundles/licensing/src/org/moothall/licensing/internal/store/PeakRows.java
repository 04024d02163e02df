package org.moothall.licensing.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.moothall.licensing.internal.rules.DayPeak;
import org.moothall.licensing.internal.rules.Demand;
import org.moothall.store.Sql;

/** Daily peaks as rows. */
final class PeakRows {

    /** Scope of all clusters together; ids of clusters are not empty. */
    static final String ALL = "";

    private PeakRows() {}

    static void replace(Connection connection, String scope, long firstDay, long lastDay, List<DayPeak> days) throws SQLException {
        Sql.update(connection, "delete from licensing_day where scope = ? and day >= ? and day <= ?", scope, firstDay, lastDay);
        List<Object[]> rows = new ArrayList<>();
        for (DayPeak day : days) {
            rows.add(new Object[] {scope, day.day(), day.peak().pmp(), day.peak().smp(), day.peak().recording(), day.known(), day.complete()});
        }
        Sql.updateEach(connection, "insert into licensing_day (scope, day, pmp, smp, recording, known, complete) values (?, ?, ?, ?, ?, ?, ?)", rows);
    }

    static List<DayPeak> of(Connection connection, String scope, long firstDay, long lastDay) throws SQLException {
        return Sql.list(connection, PeakRows::row,
                "select day, pmp, smp, recording, known, complete from licensing_day where scope = ? and day >= ? and day <= ? order by day", scope, firstDay,
                lastDay);
    }

    private static DayPeak row(ResultSet row) throws SQLException {
        return new DayPeak(row.getLong(1), new Demand(row.getLong(2), row.getLong(3), row.getLong(4)), row.getInt(5), row.getInt(6));
    }
}
