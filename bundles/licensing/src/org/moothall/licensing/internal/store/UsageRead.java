package org.moothall.licensing.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.licensing.internal.rules.ClusterBin;
import org.moothall.licensing.internal.rules.DayPeak;
import org.moothall.licensing.internal.rules.Snapshot;
import org.moothall.servers.ClusterId;
import org.moothall.store.Database;
import org.moothall.store.Sql;

/** What was used. Thread-safe. */
public final class UsageRead {

    private static final int FETCH = 5_000;

    private final Database database;

    /** Of this store, whose tables are up to date. */
    public UsageRead(Database database) {
        this.database = database;
    }

    /** Daily peaks of a cluster, or of all together when it is null; both ends included, days numbered since 1970. */
    public List<DayPeak> days(@Nullable ClusterId cluster, long firstDay, long lastDay) {
        return database.read(connection -> PeakRows.of(connection, cluster == null ? PeakRows.ALL : cluster.value(), firstDay, lastDay));
    }

    /** Bins of a cluster, or of all together when it is null; both ends included. */
    public List<ClusterBin> bins(@Nullable ClusterId cluster, long from, long to) {
        return database.read(connection -> cluster == null ? BinRows.all(connection, from, to) : BinRows.of(connection, cluster, from, to));
    }

    /** Bins of each cluster; both ends included. */
    public Map<Long, Map<ClusterId, ClusterBin>> shares(long from, long to) {
        Map<Long, Map<ClusterId, ClusterBin>> shares = new TreeMap<>();
        eachBin(from, to, (cluster, bin) -> shares.computeIfAbsent(bin.bin(), b -> new TreeMap<>(java.util.Comparator.comparing(ClusterId::value)))
                .put(cluster, bin));
        return shares;
    }

    /** Hands on every bin of every cluster, by time. */
    public void eachBin(long from, long to, EachBin each) {
        scan("select bin, " + FiguresRow.COLUMNS + ", known, expected, cluster from licensing_bin where bin >= ? and bin <= ? order by bin, cluster", from, to,
                row -> each.bin(new ClusterId(row.getString(4 + FiguresRow.WIDTH)), BinRows.row(row)));
    }

    /** Hands on every snapshot from one second to another, the second excluded, by time. */
    public void eachSnapshot(long from, long before, EachSnapshot each) {
        scan("select source, at, " + FiguresRow.COLUMNS + ", cluster from licensing_snapshot where at >= ? and at < ? order by at, cluster, source", from,
                before,
                row -> each.snapshot(new ClusterId(row.getString(3 + FiguresRow.WIDTH)),
                        new Snapshot(row.getString(1), row.getLong(2), FiguresRow.read(row, 3))));
    }

    private void scan(String sql, long from, long to, EachRow each) {
        database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                Sql.bind(query, from, to);
                query.setFetchSize(FETCH);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        each.row(rows);
                    }
                }
                return null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Takes a bin. */
    @FunctionalInterface
    public interface EachBin {
        void bin(ClusterId cluster, ClusterBin bin) throws IOException;
    }

    /** Takes a snapshot. */
    @FunctionalInterface
    public interface EachSnapshot {
        void snapshot(ClusterId cluster, Snapshot snapshot) throws IOException;
    }

    @FunctionalInterface
    private interface EachRow {
        void row(ResultSet row) throws java.sql.SQLException, IOException;
    }
}
