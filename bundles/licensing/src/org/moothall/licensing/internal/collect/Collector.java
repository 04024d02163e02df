package org.moothall.licensing.internal.collect;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.moothall.licensing.internal.rules.ClonedHosts;
import org.moothall.licensing.internal.store.Source;
import org.moothall.licensing.internal.store.SourceStore;
import org.moothall.licensing.internal.store.UsageStore;
import org.moothall.servers.CallBridge;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.ClusterId;
import org.moothall.servers.Servers;
import org.moothall.servers.spi.CallBridgeConnections;
import org.moothall.store.Leases.Lease;

/** Reads what all Call Bridges of all clusters used since they were read last. */
public final class Collector {

    private final Servers servers;
    private final CallBridgeConnections connections;
    private final UsageStore usage;
    private final SourceStore sources;
    private final Clock clock;
    private final ExecutorService threads;

    /** @param threads on which bridges are asked side by side */
    public Collector(Servers servers, CallBridgeConnections connections, UsageStore usage, SourceStore sources, Clock clock, ExecutorService threads) {
        this.servers = servers;
        this.connections = connections;
        this.usage = usage;
        this.sources = sources;
        this.clock = clock;
        this.threads = threads;
    }

    /** Reads them all. @throws org.moothall.core.ProblemException {@code store.lease-lost} */
    public Findings collect(Lease lease) {
        Instant now = clock.instant();
        List<Identity> identities = sideBySide(servers.callBridges(), bridge -> Identity.of(bridge, connections.connection(bridge.id()), now));
        Map<String, String> hosts = identities.stream().filter(identity -> identity.host() != null)
                .collect(Collectors.toMap(identity -> identity.bridge().id().value(), identity -> String.valueOf(identity.host())));
        Map<String, List<String>> clones = ClonedHosts.among(hosts);
        Map<ClusterId, List<Identity>> clusters = identities.stream().collect(Collectors.groupingBy(identity -> identity.bridge().cluster()));
        Map<CallBridgeId, String> failed = new ConcurrentHashMap<>();
        Map<CallBridgeId, String> refused = new ConcurrentHashMap<>();
        Reading reading = new Reading(connections, usage, now.getEpochSecond(), lease);
        sideBySide(clusters.values(), members -> {
            new ClusterReading(reading, sources.all(), clones.keySet(), failed, refused).read(members);
            return null;
        });
        part(identities, clusters.keySet(), clones.keySet(), now);
        clusters.keySet().forEach(cluster -> usage.close(cluster, now.getEpochSecond(), lease));
        return findings(identities, failed, refused, clones);
    }

    private static Findings findings(List<Identity> identities, Map<CallBridgeId, String> failed, Map<CallBridgeId, String> refused,
            Map<String, List<String>> clones) {
        Map<CallBridgeId, String> problems = new HashMap<>(failed);
        problems.putAll(refused);
        Map<CallBridgeId, String> ill = new HashMap<>(refused);
        Map<String, CallBridge> bridges = new HashMap<>();
        for (Identity identity : identities) {
            String problem = identity.problem();
            bridges.put(identity.bridge().id().value(), identity.bridge());
            if (problem != null) {
                problems.put(identity.bridge().id(), problem);
                if (identity.host() != null) {
                    ill.put(identity.bridge().id(), problem);
                }
            }
        }
        Map<String, List<CallBridge>> named = new TreeMap<>();
        clones.forEach((host, ids) -> named.put(host, ids.stream().map(id -> java.util.Objects.requireNonNull(bridges.get(id))).toList()));
        return new Findings(problems, ill, named);
    }

    /** Nothing is expected any more of what is no longer configured, nor of a name that turned out to be several bridges'. */
    private void part(List<Identity> identities, Set<ClusterId> clusters, Set<String> cloned, Instant now) {
        Set<CallBridgeId> here = identities.stream().map(identity -> identity.bridge().id()).collect(Collectors.toCollection(HashSet::new));
        List<Source> gone = new ArrayList<>();
        for (Source source : sources.all()) {
            boolean stays = source.bridge() != null && here.contains(source.bridge()) && clusters.contains(source.cluster())
                    && !cloned.contains(source.name());
            if (source.gone() == null && !stays) {
                gone.add(source);
            }
        }
        sources.gone(gone, now.getEpochSecond());
    }

    private <T, R> List<R> sideBySide(Collection<T> all, Function<T, R> work) {
        Map<T, CompletableFuture<R>> running = new LinkedHashMap<>();
        all.forEach(each -> running.put(each, CompletableFuture.supplyAsync(() -> work.apply(each), threads)));
        return running.values().stream().map(CompletableFuture::join).toList();
    }
}
