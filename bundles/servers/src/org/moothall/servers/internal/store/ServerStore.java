package org.moothall.servers.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.core.Trust;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.ClusterId;
import org.moothall.servers.ServersProblem;
import org.moothall.servers.internal.Address;
import org.moothall.store.Database;
import org.moothall.store.Database.Migration;
import org.moothall.store.Sql;

/** Clusters and Call Bridges in the store. Thread-safe. */
public final class ServerStore {

    private static final List<Migration> MIGRATIONS = List.of(new Migration(1, """
            create table servers_cluster (
              id varchar(36) primary key,
              name varchar(200) not null,
              identity varchar(200),
              manage_meetings integer not null,
              cdr_address varchar(300),
              version bigint not null
            );
            create table servers_call_bridge (
              id varchar(36) primary key,
              cluster varchar(36) not null references servers_cluster (id),
              name varchar(200) not null,
              unique_name varchar(200),
              guid varchar(200),
              host varchar(260) not null,
              port integer not null,
              api_user varchar(200) not null,
              trust_mode varchar(20) not null,
              trust_sha256 varchar(64),
              trust_authorities text,
              version bigint not null,
              unique (host, port)
            );
            """));
    private static final String BRIDGES = "select id, cluster, name, unique_name, guid, host, port, api_user, trust_mode, trust_sha256, trust_authorities, "
            + "version from servers_call_bridge";
    private static final String CLUSTERS = "select id, name, identity, manage_meetings, cdr_address, version from servers_cluster";

    private final Database database;

    /** Brings the tables up to date. */
    public ServerStore(Database database) {
        this.database = database;
        database.migrate("servers", MIGRATIONS);
    }

    /** All clusters by name. */
    public List<ClusterRow> clusters() {
        return database.read(connection -> clusters(connection, " order by name, id"));
    }

    /** The cluster of this id. */
    public Optional<ClusterRow> findCluster(ClusterId id) {
        return database.read(connection -> first(clusters(connection, " where id = ?", id.value())));
    }

    /** All bridges by cluster and name. */
    public List<BridgeRow> bridges() {
        return database.read(connection -> bridges(connection, " order by cluster, name, id"));
    }

    /** The bridge of this id. */
    public Optional<BridgeRow> findBridge(CallBridgeId id) {
        return database.read(connection -> first(bridges(connection, " where id = ?", id.value())));
    }

    /** The bridge at this address. */
    public Optional<BridgeRow> findBridge(Address address) {
        return database.read(connection -> first(bridges(connection, " where host = ? and port = ?", address.host(), address.port())));
    }

    /**
     * Adds a bridge to the cluster of this identity, or of one of these members, or to a new one made of {@code otherwise}.
     * Returns the row as kept, with its cluster.
     */
    public BridgeRow add(BridgeRow bridge, List<String> memberGuids, ClusterRow otherwise) {
        return database.writeAndWait(connection -> {
            refuseDuplicate(connection, bridge);
            Optional<ClusterId> known = known(connection, otherwise.identity(), memberGuids);
            ClusterId cluster = known.isPresent() ? known.get() : otherwise.id();
            if (known.isEmpty()) {
                insert(connection, otherwise);
            } else if (bridge.guid() == null || !bridges(connection, " where cluster = ? and guid = ?", cluster.value(), bridge.guid()).isEmpty()) {
                // The same bridge under another address: in a cluster its GUID says so, alone the cluster's identity does.
                throw Problem.of(ServersProblem.ADDRESS_IN_USE, bridge.address() + " is another address of a Call Bridge that is configured already.")
                        .exception();
            }
            BridgeRow kept = bridge.in(cluster);
            insert(connection, kept);
            return kept;
        });
    }

    /** Changes a bridge when {@code version} is current. */
    public BridgeRow update(BridgeRow changed, long version) {
        return database.writeAndWait(connection -> {
            refuseDuplicate(connection, changed);
            Trust trust = changed.trust();
            int rows = Sql.update(connection, "update servers_call_bridge set name = ?, unique_name = ?, guid = ?, host = ?, port = ?, api_user = ?, "
                    + "trust_mode = ?, trust_sha256 = ?, trust_authorities = ?, version = version + 1 where id = ? and version = ?",
                    changed.name(), changed.uniqueName(), changed.guid(), changed.address().host(), changed.address().port(), changed.user(),
                    trust.mode().name(), trust.sha256(), trust.authoritiesPem(), changed.id().value(), version);
            refuseStale(rows, changed.id().value());
            return one(bridges(connection, " where id = ?", changed.id().value()));
        });
    }

    /** Keeps what the bridge tells of itself; no change of configuration. */
    public void learn(CallBridgeId id, @Nullable String uniqueName, @Nullable String guid) {
        database.writeAndWait(
                connection -> Sql.update(connection, "update servers_call_bridge set unique_name = ?, guid = ? where id = ?", uniqueName, guid, id.value()));
    }

    /** Keeps which cluster this is; no change of configuration. */
    public void identify(ClusterId id, @Nullable String identity) {
        database.writeAndWait(connection -> Sql.update(connection, "update servers_cluster set identity = ? where id = ?", identity, id.value()));
    }

    /** Where a bridge is after it moved. @param leftEmpty whether its former cluster had no other bridge and is gone */
    public record Placed(ClusterRow cluster, boolean leftEmpty) {}

    /** Moves a bridge to the cluster of this identity, or to {@code fresh} when there is none; no change of configuration. */
    public Placed move(BridgeRow bridge, ClusterRow fresh) {
        return database.writeAndWait(connection -> {
            Optional<ClusterId> known = known(connection, fresh.identity(), List.of());
            if (known.isEmpty()) {
                insert(connection, fresh);
            }
            String cluster = known.orElse(fresh.id()).value();
            Sql.update(connection, "update servers_call_bridge set cluster = ? where id = ?", cluster, bridge.id().value());
            return new Placed(one(clusters(connection, " where id = ?", cluster)), removeWhenEmpty(connection, bridge.cluster()));
        });
    }

    /** Changes a cluster when {@code version} is current. */
    public ClusterRow update(ClusterRow changed, long version) {
        return database.writeAndWait(connection -> {
            int rows = Sql.update(connection,
                    "update servers_cluster set name = ?, manage_meetings = ?, cdr_address = ?, version = version + 1 where id = ? and version = ?",
                    changed.name(), changed.manageMeetings() ? 1 : 0, changed.cdrAddress(), changed.id().value(), version);
            refuseStale(rows, changed.id().value());
            return one(clusters(connection, " where id = ?", changed.id().value()));
        });
    }

    /** Forgets a bridge; returns its cluster when that went with it. */
    public Optional<ClusterId> remove(BridgeRow bridge) {
        return database.writeAndWait(connection -> {
            Sql.update(connection, "delete from servers_call_bridge where id = ?", bridge.id().value());
            return removeWhenEmpty(connection, bridge.cluster()) ? Optional.of(bridge.cluster()) : Optional.empty();
        });
    }

    private static boolean removeWhenEmpty(Connection connection, ClusterId cluster) throws SQLException {
        return Sql.update(connection, "delete from servers_cluster where id = ? and not exists (select 1 from servers_call_bridge where cluster = ?)",
                cluster.value(), cluster.value()) > 0;
    }

    private static void refuseDuplicate(Connection connection, BridgeRow bridge) throws SQLException {
        for (BridgeRow other : bridges(connection, " where host = ? and port = ?", bridge.address().host(), bridge.address().port())) {
            if (!other.id().equals(bridge.id())) {
                throw Problem.about(other.id().value(), ServersProblem.ADDRESS_IN_USE, bridge.address() + " is configured already as " + other.name() + ".")
                        .exception();
            }
        }
    }

    private static void refuseStale(int rows, String id) {
        if (rows == 0) {
            throw Problem.about(id, CoreProblem.CHANGED_MEANWHILE, "It was changed or removed since you read it. Read it again and repeat the change.")
                    .exception();
        }
    }

    private static Optional<ClusterId> known(Connection connection, @Nullable String identity, List<String> memberGuids) throws SQLException {
        if (identity != null) {
            return first(clusters(connection, " where identity = ?", identity)).map(ClusterRow::id);
        }
        for (String guid : memberGuids) {
            List<BridgeRow> members = bridges(connection, " where guid = ?", guid);
            if (!members.isEmpty()) {
                return Optional.of(members.getFirst().cluster());
            }
        }
        return Optional.empty();
    }

    private static void insert(Connection connection, ClusterRow row) throws SQLException {
        Sql.update(connection, "insert into servers_cluster (id, name, identity, manage_meetings, cdr_address, version) values (?, ?, ?, ?, ?, ?)",
                row.id().value(), row.name(), row.identity(), row.manageMeetings() ? 1 : 0, row.cdrAddress(), row.version());
    }

    private static void insert(Connection connection, BridgeRow row) throws SQLException {
        Sql.update(connection, "insert into servers_call_bridge (id, cluster, name, unique_name, guid, host, port, api_user, trust_mode, trust_sha256, "
                + "trust_authorities, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.id().value(), row.cluster().value(), row.name(), row.uniqueName(), row.guid(), row.address().host(), row.address().port(), row.user(),
                row.trust().mode().name(), row.trust().sha256(), row.trust().authoritiesPem(), row.version());
    }

    private static List<BridgeRow> bridges(Connection connection, String rest, @Nullable Object... values) throws SQLException {
        return Sql.list(connection, row -> new BridgeRow(new CallBridgeId(row.getString(1)), new ClusterId(row.getString(2)), row.getString(3),
                row.getString(4), row.getString(5), new Address(row.getString(6), row.getInt(7)), row.getString(8),
                new Trust(Trust.Mode.valueOf(row.getString(9)), row.getString(10), row.getString(11)), row.getLong(12)), BRIDGES + rest, values);
    }

    private static List<ClusterRow> clusters(Connection connection, String rest, @Nullable Object... values) throws SQLException {
        return Sql.list(connection, row -> new ClusterRow(new ClusterId(row.getString(1)), row.getString(2), row.getString(3), row.getInt(4) != 0,
                row.getString(5), row.getLong(6)), CLUSTERS + rest, values);
    }

    private static <T> Optional<T> first(List<T> rows) {
        return rows.stream().findFirst();
    }

    private static <T> T one(List<T> rows) {
        return rows.getFirst();
    }
}
