package org.moothall.client;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.PeerCertificate;
import org.moothall.core.Secret;
import org.moothall.core.Trust;
import org.moothall.servers.AddedCallBridge;
import org.moothall.servers.CallBridge;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.Cluster;
import org.moothall.servers.ClusterId;
import org.moothall.servers.DiscoveredCallBridge;
import org.moothall.servers.DiscoveryOutcome;
import org.moothall.servers.NewCallBridge;
import org.moothall.servers.Servers.CallBridgeChange;
import org.moothall.servers.Servers.ClusterChange;

/** Clusters and Call Bridges. Threads and failures as {@link Client} says. @spec admin-guide §5, §6 */
public interface ServersClient {

    /** All clusters by name. */
    CompletableFuture<Page<Cluster>> clusters();

    /** One cluster; {@code core.not-found}. */
    CompletableFuture<Cluster> cluster(ClusterId id);

    /** Changes a cluster that is still at this version. */
    CompletableFuture<Cluster> change(ClusterId id, ClusterChange change, long version);

    /** Forgets a cluster with its bridges. */
    CompletableFuture<Void> remove(ClusterId id);

    /** All Call Bridges by cluster and name. */
    CompletableFuture<Page<CallBridge>> callBridges();

    /** One Call Bridge; {@code core.not-found}. */
    CompletableFuture<CallBridge> callBridge(CallBridgeId id);

    /**
     * Adds a bridge; with {@code rest} also the rest of its cluster with the same credentials.
     * Problems: those of {@code ServersProblem} and of the network.
     */
    CompletableFuture<AddedCallBridge> add(NewCallBridge bridge, boolean rest);

    /** Changes a bridge that is still at this version. */
    CompletableFuture<CallBridge> change(CallBridgeId id, CallBridgeChange change, long version);

    /** Forgets a bridge. */
    CompletableFuture<Void> remove(CallBridgeId id);

    /** The certificate that a Call Bridge shows to the server. @param address as in {@link NewCallBridge#address()} */
    CompletableFuture<PeerCertificate> certificate(String address);

    /** What the cluster's bridges name as its members. */
    CompletableFuture<List<DiscoveredCallBridge>> discover(ClusterId id);

    /** Adds discovered bridges in parallel; a result for each, in this order. */
    CompletableFuture<List<DiscoveryOutcome>> addDiscovered(ClusterId id, List<DiscoveredChoice> bridges);

    /** A discovered bridge to add. @param user @param password null takes those of the cluster's configured bridge; @param trust null likewise */
    record DiscoveredChoice(String address, @Nullable String user, @Nullable Secret password, @Nullable Trust trust) {}
}
