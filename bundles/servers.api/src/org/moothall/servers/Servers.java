package org.moothall.servers;

import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ProblemException;
import org.moothall.core.Trust;

/**
 * The clusters and Call Bridges this server manages. Service; thread-safe. Methods that talk to a bridge block and throw
 * {@link ProblemException} with a {@link ServersProblem} or a problem of the network.
 *
 * @spec admin-guide §5, §6
 */
public interface Servers {

    /** Change event; data: {@code callBridge} → {@link CallBridge}. */
    String CALL_BRIDGE_CHANGED = "servers.call-bridge-changed";
    /** Change event; the subject is gone. */
    String CALL_BRIDGE_REMOVED = "servers.call-bridge-removed";
    /** Change event; data: {@code cluster} → {@link Cluster}. */
    String CLUSTER_CHANGED = "servers.cluster-changed";
    /** Change event; the subject is gone. */
    String CLUSTER_REMOVED = "servers.cluster-removed";

    /** All clusters by name. */
    List<Cluster> clusters();

    /** The cluster of this id. */
    Optional<Cluster> findCluster(ClusterId id);

    /** All Call Bridges by cluster and name. */
    List<CallBridge> callBridges();

    /** The Call Bridge of this id. */
    Optional<CallBridge> findCallBridge(CallBridgeId id);

    /** Tests the connection, then adds the bridge to the cluster it says it belongs to, made when it is new here. */
    CallBridge add(NewCallBridge bridge);

    /** What the cluster's bridges name as members. */
    List<DiscoveredCallBridge> discover(ClusterId cluster);

    /** Changes name, address, credentials or trust after testing them; null keeps what was. {@code version} must be current. */
    CallBridge update(CallBridgeId id, CallBridgeChange change, long version);

    /** Forgets a bridge; the last one of a cluster takes the cluster with it. */
    void remove(CallBridgeId id);

    /** Changes a cluster's name, meeting management or CDR address; null keeps what was. {@code version} must be current. */
    Cluster update(ClusterId id, ClusterChange change, long version);

    /** Forgets a cluster and its bridges. */
    void remove(ClusterId id);

    /**
     * Told by the domain that keeps the connection; it shows in the status, the condition is that domain's to raise.
     *
     * @param detail what is wrong and what to do, or null
     */
    void report(CallBridgeId id, Link link, LinkState state, @Nullable String detail);

    /** Which connection. */
    enum Link { CDR, EVENTS }

    /** What changes in a bridge; null keeps what was. */
    record CallBridgeChange(@Nullable String address, @Nullable String user, org.moothall.core.@Nullable Secret password, @Nullable String name,
            @Nullable Trust trust) {}

    /** What changes in a cluster; null keeps what was, an empty {@code cdrAddress} removes the override. */
    record ClusterChange(@Nullable String name, @Nullable Boolean manageMeetings, @Nullable String cdrAddress) {}
}
