package org.moothall.licensing.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.licensing.Feature;
import org.moothall.servers.ClusterId;
import org.moothall.store.Database;
import org.moothall.store.Sql;

/** What clusters said of their licences, now and before, and which trials they were marked with. Thread-safe. */
public final class ExpiryStore {

    private final Database database;

    /** Brings the tables up to date. */
    public ExpiryStore(Database database) {
        this.database = database;
        Tables.migrate(database);
    }

    /** The expiry of each feature that the cluster held then; what it has no licence for is missing. */
    public Map<Feature, LocalDate> at(ClusterId cluster, Instant at) {
        return database.read(connection -> read(connection, cluster, at));
    }

    /** The same of every cluster that was ever heard. */
    public Map<ClusterId, Map<Feature, LocalDate>> all(Instant at) {
        return database.read(connection -> {
            Map<ClusterId, Map<Feature, LocalDate>> all = new TreeMap<>(java.util.Comparator.comparing(ClusterId::value));
            for (String cluster : Sql.list(connection, row -> row.getString(1), "select distinct cluster from licensing_expiry where since <= ?",
                    at.toEpochMilli())) {
                all.put(new ClusterId(cluster), read(connection, new ClusterId(cluster), at));
            }
            return all;
        });
    }

    /** Whether the cluster ever had a licence of any feature. */
    public boolean everLicensed(ClusterId cluster) {
        return database.read(connection -> Sql.number(connection, "select count(*) from licensing_expiry where cluster = ? and expires is not null",
                cluster.value())) > 0;
    }

    /** Keeps what the cluster says now, where that is new. */
    public void heard(ClusterId cluster, Map<Feature, LocalDate> held, Instant now) {
        database.writeAndWait(connection -> {
            Map<Feature, LocalDate> before = read(connection, cluster, now);
            for (Feature feature : Feature.values()) {
                @Nullable LocalDate is = held.get(feature);
                if (!java.util.Objects.equals(is, before.get(feature)) || is == null && unheard(connection, cluster, feature)) {
                    Sql.update(connection, "insert into licensing_expiry (cluster, feature, since, expires) values (?, ?, ?, ?) "
                            + "on conflict (cluster, feature, since) do update set expires = excluded.expires", cluster.value(), feature.name(),
                            now.toEpochMilli(), is == null ? null : is.toEpochDay());
                }
            }
            return null;
        });
    }

    /** Keeps marks of trials; one that was seen is never forgotten. */
    public void marked(ClusterId cluster, Map<Feature, LocalDate> trials) {
        if (!trials.isEmpty()) {
            database.writeAndWait(connection -> {
                for (Map.Entry<Feature, LocalDate> trial : trials.entrySet()) {
                    Sql.update(connection, "insert into licensing_mark (cluster, feature, began) values (?, ?, ?) on conflict (cluster, feature) do nothing",
                            cluster.value(), trial.getKey().name(), trial.getValue().toEpochDay());
                }
                return null;
            });
        }
    }

    /** Which clusters were in a trial of this feature, and from when on. */
    public Map<ClusterId, LocalDate> marks(Feature feature) {
        return database.read(connection -> {
            Map<ClusterId, LocalDate> marks = new TreeMap<>(java.util.Comparator.comparing(ClusterId::value));
            Sql.list(connection, row -> marks.put(new ClusterId(row.getString(1)), LocalDate.ofEpochDay(row.getLong(2))),
                    "select cluster, began from licensing_mark where feature = ?", feature.name());
            return marks;
        });
    }

    private static boolean unheard(Connection connection, ClusterId cluster, Feature feature) throws SQLException {
        return Sql.number(connection, "select count(*) from licensing_expiry where cluster = ? and feature = ?", cluster.value(), feature.name()) == 0;
    }

    private static Map<Feature, LocalDate> read(Connection connection, ClusterId cluster, Instant at) throws SQLException {
        Map<Feature, LocalDate> held = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            Sql.first(connection, row -> {
                long day = row.getLong(1);
                return java.util.Optional.ofNullable(row.wasNull() ? null : LocalDate.ofEpochDay(day));
            }, "select expires from licensing_expiry where cluster = ? and feature = ? and since <= ? order by since desc limit 1", cluster.value(),
                    feature.name(), at.toEpochMilli()).flatMap(day -> day).ifPresent(day -> held.put(feature, day));
        }
        return held;
    }
}
