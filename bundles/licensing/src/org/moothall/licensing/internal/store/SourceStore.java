package org.moothall.licensing.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.ClusterId;
import org.moothall.store.Database;
import org.moothall.store.Sql;

/** Who reports usage, and up to when that was read. Thread-safe. */
public final class SourceStore {

    private static final String SELECT = "select cluster, source, host, bridge, first_at, gone_at, read_to from licensing_host ";

    private final Database database;

    /** Brings the tables up to date. */
    public SourceStore(Database database) {
        this.database = database;
        Tables.migrate(database);
    }

    /** All, also those that are gone. */
    public List<Source> all() {
        return database.read(connection -> Sql.list(connection, SourceStore::row, SELECT + "order by cluster, source"));
    }

    /** Of a cluster, also those that are gone. */
    static List<Source> of(Connection connection, ClusterId cluster) throws SQLException {
        return Sql.list(connection, SourceStore::row, SELECT + "where cluster = ? order by source", cluster.value());
    }

    /** Nothing is expected of these from this second on. */
    public void gone(List<Source> sources, long from) {
        if (!sources.isEmpty()) {
            database.writeAndWait(connection -> {
                for (Source source : sources) {
                    Sql.update(connection, "update licensing_host set gone_at = ? where cluster = ? and source = ? and gone_at is null", from,
                            source.cluster().value(), source.name());
                }
                return null;
            });
        }
    }

    static Optional<Source> find(Connection connection, ClusterId cluster, String name) throws SQLException {
        return Sql.first(connection, SourceStore::row, SELECT + "where cluster = ? and source = ?", cluster.value(), name);
    }

    static void put(Connection connection, Source source) throws SQLException {
        CallBridgeId bridge = source.bridge();
        Sql.update(connection, """
                insert into licensing_host (cluster, source, host, bridge, first_at, gone_at, read_to) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (cluster, source) do update set bridge = excluded.bridge, first_at = excluded.first_at, gone_at = excluded.gone_at,
                read_to = excluded.read_to""", source.cluster().value(), source.name(), source.host(), bridge == null ? null : bridge.value(), source.first(),
                source.gone(), source.readTo());
    }

    private static Source row(ResultSet row) throws SQLException {
        @Nullable String bridge = row.getString(4);
        long gone = row.getLong(6);
        @Nullable Long until = row.wasNull() ? null : gone;
        return new Source(new ClusterId(row.getString(1)), row.getString(2), row.getString(3), bridge == null ? null : new CallBridgeId(bridge), row.getLong(5),
                until, row.getLong(7));
    }
}
