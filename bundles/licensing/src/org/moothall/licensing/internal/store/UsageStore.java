package org.moothall.licensing.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.licensing.internal.rules.Binning;
import org.moothall.licensing.internal.rules.Bins;
import org.moothall.licensing.internal.rules.ClusterBin;
import org.moothall.licensing.internal.rules.DayPeak;
import org.moothall.licensing.internal.rules.Snapshot;
import org.moothall.servers.ClusterId;
import org.moothall.store.Database;
import org.moothall.store.Leases;
import org.moothall.store.Leases.Lease;
import org.moothall.store.Sql;

/** Takes in snapshots and keeps bins and daily peaks true to them. Thread-safe. */
public final class UsageStore {

    /** Raw snapshots are kept for so many days; bins and peaks stay. */
    public static final int RAW_DAYS = 90;
    /** Rows deleted in one step. */
    private static final int STEP = 5_000;
    private static final long DAY_SECONDS = 86_400;

    private final Database database;
    private final Leases leases;

    /** Brings the tables up to date. */
    public UsageStore(Database database, Leases leases) {
        this.database = database;
        this.leases = leases;
        Tables.migrate(database);
    }

    /**
     * Keeps what a source told and everything that follows from it: all of it or nothing.
     *
     * @param source as it was when reading began
     * @param told its snapshots, in any order, none older than raw snapshots are kept
     * @param readTo second up to which it was read
     * @param now bins that are not over by then are left for later
     * @throws org.moothall.core.ProblemException {@code store.lease-lost}
     */
    public void take(Source source, List<Snapshot> told, long readTo, long now, Lease lease) {
        database.writeAndWait(connection -> {
            leases.guard(connection, lease);
            Optional<Source> before = SourceStore.find(connection, source.cluster(), source.name());
            if (told.isEmpty() && before.isEmpty() && readTo <= now - DAY_SECONDS) {
                return null; // it told nothing so far: nothing is expected of it that long ago
            }
            LongSummaryStatistics times = told.stream().mapToLong(Snapshot::at).summaryStatistics();
            long first = Math.min(before.orElse(source).first(), told.isEmpty() ? now : times.getMin());
            SourceStore.put(connection, new Source(source.cluster(), source.name(), source.host(), source.bridge(), first, gone(source, before, told, readTo),
                    Math.max(before.orElse(source).readTo(), readTo)));
            insert(connection, source, told);
            if (!told.isEmpty()) {
                rebin(connection, source.cluster(), Bins.of(Math.min(times.getMin(), back(before))),
                        Math.min(Bins.of(Math.max(times.getMax(), begun(before, first))) + 1, Bins.of(now) - 1));
            }
            return null;
        });
    }

    /** A host that is not configured here is expected no longer than it tells. */
    private static @Nullable Long gone(Source source, Optional<Source> before, List<Snapshot> told, long readTo) {
        if (source.bridge() != null) {
            return null;
        }
        Long gone = before.map(Source::gone).orElse(null);
        long last = told.stream().mapToLong(Snapshot::at).max().orElse(readTo);
        return gone == null ? last + 1 : Math.max(gone, last + 1);
    }

    /** From when on a source that had gone is expected again, so that the bins since are made anew. */
    private static long back(Optional<Source> before) {
        Long gone = before.map(Source::gone).orElse(null);
        return gone == null ? Long.MAX_VALUE : gone;
    }

    /** Up to when a source turns out to have been there before we thought. */
    private static long begun(Optional<Source> before, long first) {
        return before.filter(source -> first < source.first()).map(Source::first).orElse(Long.MIN_VALUE);
    }

    /**
     * Makes the bins of a cluster that ended before this second, so that those are marked of which nobody told.
     *
     * @throws org.moothall.core.ProblemException {@code store.lease-lost}
     */
    public void close(ClusterId cluster, long now, Lease lease) {
        long last = Bins.of(now) - 1;
        long next = database.read(connection -> nextToClose(connection, cluster, last));
        for (long from = next; from <= last; from += Bins.A_DAY) {
            long begin = from;
            long end = Math.min(last, begin + Bins.A_DAY - 1);
            database.writeAndWait(connection -> {
                leases.guard(connection, lease);
                rebin(connection, cluster, begin, end);
                Sql.update(connection, "insert into licensing_cluster (cluster, closed_to) values (?, ?) "
                        + "on conflict (cluster) do update set closed_to = excluded.closed_to", cluster.value(), end);
                return null;
            });
        }
    }

    /** The bin after the last that was closed; what lies longer back than raw snapshots is left alone. */
    private static long nextToClose(Connection connection, ClusterId cluster, long last) throws SQLException {
        long first = SourceStore.of(connection, cluster).stream().mapToLong(source -> Bins.of(source.first())).min().orElse(last + 1);
        long closed = Sql.first(connection, row -> row.getLong(1), "select closed_to from licensing_cluster where cluster = ?", cluster.value()).orElse(0L);
        return Math.max(Math.max(first, closed + 1), last - (long) RAW_DAYS * Bins.A_DAY);
    }

    private static void insert(Connection connection, Source source, List<Snapshot> told) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (Snapshot snapshot : told) {
            Object[] row = new Object[3 + FiguresRow.WIDTH];
            row[0] = source.cluster().value();
            row[1] = source.name();
            row[2] = snapshot.at();
            FiguresRow.put(row, 3, snapshot.figures());
            rows.add(row);
        }
        Sql.updateEach(connection, "insert into licensing_snapshot (cluster, source, at, " + FiguresRow.COLUMNS + ") values (?, ?, ?, " + FiguresRow.MARKS
                + ") on conflict (cluster, source, at) do update set " + FiguresRow.TAKE_NEW + " where (" + FiguresRow.NEW + ") > (" + FiguresRow.OLD + ")",
                rows);
    }

    private static void rebin(Connection connection, ClusterId cluster, long from, long to) throws SQLException {
        if (from > to) {
            return;
        }
        List<Snapshot> told = Sql.list(connection, row -> new Snapshot(row.getString(1), row.getLong(2), FiguresRow.read(row, 3)),
                "select source, at, " + FiguresRow.COLUMNS + " from licensing_snapshot where cluster = ? and at >= ? and at < ?", cluster.value(),
                Bins.start(from) - Binning.EARLY, Bins.end(to));
        List<ClusterBin> bins = new Binning(SourceStore.of(connection, cluster).stream().map(Source::span).toList(), told).bins(from, to);
        Sql.update(connection, "delete from licensing_bin where cluster = ? and bin >= ? and bin <= ?", cluster.value(), from, to);
        List<Object[]> rows = new ArrayList<>();
        for (ClusterBin bin : bins) {
            Object[] row = new Object[4 + FiguresRow.WIDTH];
            row[0] = cluster.value();
            row[1] = bin.bin();
            FiguresRow.put(row, 2, bin.used());
            row[2 + FiguresRow.WIDTH] = bin.known();
            row[3 + FiguresRow.WIDTH] = bin.expected();
            rows.add(row);
        }
        Sql.updateEach(connection, "insert into licensing_bin (cluster, bin, " + FiguresRow.COLUMNS + ", known, expected) values (?, ?, " + FiguresRow.MARKS
                + ", ?, ?)", rows);
        peaks(connection, cluster, from, to);
    }

    /** Smoothing looks one bin to each side, so a bin may change the peak of the day beside its own. */
    private static void peaks(Connection connection, ClusterId cluster, long from, long to) throws SQLException {
        long firstDay = Bins.day(from - 1);
        long lastDay = Bins.day(to + 1);
        keep(connection, cluster.value(), firstDay, lastDay, BinRows.of(connection, cluster, Bins.firstOf(firstDay) - 1, Bins.firstOf(lastDay + 1)));
        keep(connection, PeakRows.ALL, firstDay, lastDay, BinRows.all(connection, Bins.firstOf(firstDay) - 1, Bins.firstOf(lastDay + 1)));
    }

    private static void keep(Connection connection, String scope, long firstDay, long lastDay, List<ClusterBin> bins) throws SQLException {
        List<DayPeak> days = DayPeak.of(bins).stream().filter(day -> day.day() >= firstDay && day.day() <= lastDay).toList();
        PeakRows.replace(connection, scope, firstDay, lastDay, days);
    }

    /** Deletes raw snapshots that are older than {@link #RAW_DAYS}, some at a time; whether there may be more. */
    public boolean expire(long now) {
        long before = now - RAW_DAYS * DAY_SECONDS;
        return database.writeAndWait(connection -> Sql.update(connection, "delete from licensing_snapshot where (cluster, source, at) in "
                + "(select cluster, source, at from licensing_snapshot where at < ? limit ?)", before, STEP)) == STEP;
    }
}
