package org.moothall.licensing.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.moothall.licensing.internal.rules.ClusterBin;
import org.moothall.servers.ClusterId;
import org.moothall.store.Sql;

/** Bins as rows. */
final class BinRows {

    private BinRows() {}

    /** Of a cluster, both ends included. */
    static List<ClusterBin> of(Connection connection, ClusterId cluster, long from, long to) throws SQLException {
        return Sql.list(connection, BinRows::row, "select bin, " + FiguresRow.COLUMNS
                + ", known, expected from licensing_bin where cluster = ? and bin >= ? and bin <= ? order by bin", cluster.value(), from, to);
    }

    /** Of all clusters together, both ends included. */
    static List<ClusterBin> all(Connection connection, long from, long to) throws SQLException {
        return Sql.list(connection, BinRows::row, "select bin, " + FiguresRow.SUMS
                + ", sum(known), sum(expected) from licensing_bin where bin >= ? and bin <= ? group by bin order by bin", from, to);
    }

    static ClusterBin row(ResultSet row) throws SQLException {
        return new ClusterBin(row.getLong(1), FiguresRow.read(row, 2), row.getInt(2 + FiguresRow.WIDTH), row.getInt(3 + FiguresRow.WIDTH));
    }
}
