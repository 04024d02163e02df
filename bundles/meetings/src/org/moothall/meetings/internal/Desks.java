package org.moothall.meetings.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.internal.live.ClusterNames;
import org.moothall.meetings.internal.live.Desk;
import org.moothall.servers.CallBridge;
import org.moothall.servers.Cluster;
import org.moothall.servers.ClusterId;

/** A desk for each cluster whose meetings are managed. Changed by one thread, asked by any. */
final class Desks implements AutoCloseable {

    private final BiFunction<ClusterNames, IntSupplier, Desk> maker;
    private final Links links;
    private final Map<ClusterId, Desk> desks = new ConcurrentHashMap<>();
    private final Map<ClusterId, ClusterNames> names = new ConcurrentHashMap<>();

    /** @param maker gets names, and how many desks there are */
    Desks(BiFunction<ClusterNames, IntSupplier, Desk> maker, Links links) {
        this.maker = maker;
        this.links = links;
    }

    /** The cluster has a desk and each of these bridges, all that it has, a link with it. */
    void follow(Cluster cluster, List<CallBridge> bridges) {
        Map<String, String> called = bridges.stream().collect(Collectors.toMap(b -> b.id().value(), CallBridge::name));
        ClusterNames current = names.computeIfAbsent(cluster.id(), id -> new ClusterNames(id, cluster.name(), called));
        boolean renamed = current.update(cluster.name(), called);
        boolean known = desks.containsKey(cluster.id());
        Desk desk = desks.computeIfAbsent(cluster.id(), id -> maker.apply(current, desks::size));
        if (!known) {
            desk.open(called.keySet());
        } else if (renamed) {
            desk.renamed();
        }
        bridges.stream().filter(bridge -> !links.follow(bridge)).forEach(bridge -> {
            if (known) {
                desk.add(bridge.id().value());
            }
            links.begin(bridge, desk);
        });
    }

    /** Other clusters are not managed any more; their meetings are not shown. */
    void keepOnly(Set<ClusterId> managed) {
        Set<ClusterId> over = new HashSet<>(desks.keySet());
        over.removeAll(managed);
        over.forEach(cluster -> {
            @Nullable Desk desk = desks.remove(cluster);
            names.remove(cluster);
            if (desk != null) {
                desk.hide();
            }
        });
    }

    Optional<Desk> find(ClusterId cluster) {
        return Optional.ofNullable(desks.get(cluster));
    }

    /** Who was told that a meeting ended finds it among those that ended. */
    void settle() {
        desks.values().forEach(Desk::settle);
    }

    @Override
    public void close() {
        desks.values().forEach(Desk::close);
    }
}
