package org.moothall.servers.ui.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.ServersClient;
import org.moothall.core.Page;
import org.moothall.servers.CallBridge;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.Cluster;
import org.moothall.servers.ClusterId;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.LiveRows;
import org.moothall.ui.model.Value;

/** All clusters with their Call Bridges below them, kept up to date by what the server tells. Confined to the UI thread. */
final class ServerList {

    private static final int FULL = 100;

    private final ServersClient servers;
    private final Executor ui;
    private final LiveRows<ServerRow> rows = new LiveRows<>(ServerRow::key);
    private final Map<String, Cluster> clusters = new LinkedHashMap<>();
    private final Map<String, CallBridge> bridges = new LinkedHashMap<>();
    private final Value<Integer> count = new Value<>(0);
    private String text = "";
    private boolean read;
    private boolean reading;
    /** Something was told while a read was under way, which may be older. */
    private boolean stale;

    ServerList(ServersClient servers, Executor ui) {
        this.servers = servers;
        this.ui = ui;
    }

    LiveRows<ServerRow> rows() {
        return rows;
    }

    /** How many Call Bridges there are. */
    Value<Integer> count() {
        return count;
    }

    /** The Call Bridges of a cluster by name. */
    List<CallBridge> of(ClusterId cluster) {
        return bridges.values().stream().filter(bridge -> bridge.cluster().equals(cluster)).sorted(Comparator.comparing(CallBridge::name)).toList();
    }

    /** The load that fills a bar: a hundred, or the highest load of all where it is more. */
    int loadScale() {
        return bridges.values().stream().map(bridge -> bridge.status().mediaProcessingLoad()).filter(Objects::nonNull).mapToInt(Integer::intValue)
                .reduce(FULL, Math::max);
    }

    /** The cluster of this id, or null. */
    @Nullable
    Cluster cluster(ClusterId id) {
        return clusters.get(id.value());
    }

    /** Reads all; what is shown stays meanwhile. */
    void refresh() {
        if (reading) {
            stale = true;
            return;
        }
        reading = true;
        stale = false;
        BiFunction<Page<Cluster>, Page<CallBridge>, Runnable> both = (heads, all) -> () -> replace(heads.items(), all.items());
        servers.clusters().thenCombine(servers.callBridges(), both).whenCompleteAsync(this::answered, ui);
    }

    private void answered(@Nullable Runnable replace, @Nullable Throwable failure) {
        reading = false;
        if (stale) {
            refresh();
        } else if (replace != null) {
            replace.run();
        } else {
            rows.failed(failure == null ? "" : FailureWords.of(failure));
        }
    }

    private void replace(List<Cluster> heads, List<CallBridge> all) {
        read = true;
        clusters.clear();
        bridges.clear();
        heads.forEach(cluster -> clusters.put(cluster.id().value(), cluster));
        all.forEach(bridge -> bridges.put(bridge.id().value(), bridge));
        arrange();
    }

    /** A Call Bridge is new or changed. */
    void changed(CallBridge bridge) {
        bridges.put(bridge.id().value(), bridge);
        if (clusters.containsKey(bridge.cluster().value())) {
            told();
        } else {
            refresh();
        }
    }

    /** A cluster is new or changed. */
    void changed(Cluster cluster) {
        clusters.put(cluster.id().value(), cluster);
        told();
    }

    /** A Call Bridge is gone. */
    void removed(CallBridgeId id) {
        bridges.remove(id.value());
        told();
    }

    /** A cluster is gone. */
    void removed(ClusterId id) {
        clusters.remove(id.value());
        bridges.values().removeIf(bridge -> bridge.cluster().equals(id));
        told();
    }

    /** Only bridges whose name, address or cluster has this in it. */
    void find(String words) {
        text = words.strip().toLowerCase(Locale.ROOT);
        rows.filter(text.isEmpty() ? null : this::matches);
    }

    private void told() {
        stale = reading;
        if (read) {
            arrange();
        }
    }

    private void arrange() {
        List<ServerRow> arranged = new ArrayList<>();
        clusters.values().stream().sorted(Comparator.comparing(Cluster::name, String.CASE_INSENSITIVE_ORDER)).forEach(cluster -> {
            arranged.add(new ServerRow.Group(cluster));
            of(cluster.id()).forEach(bridge -> arranged.add(new ServerRow.Bridge(bridge)));
        });
        count.set(bridges.size());
        rows.replaceAll(arranged);
    }

    private boolean matches(ServerRow row) {
        return switch (row) {
            case ServerRow.Group group -> has(group.cluster().name()) || of(group.cluster().id()).stream().anyMatch(this::matches);
            case ServerRow.Bridge bridge -> matches(bridge.bridge()) || has(clusterName(bridge.bridge()));
        };
    }

    private boolean matches(CallBridge bridge) {
        return has(bridge.name()) || has(bridge.host());
    }

    private String clusterName(CallBridge bridge) {
        @Nullable Cluster cluster = cluster(bridge.cluster());
        return cluster == null ? "" : cluster.name();
    }

    private boolean has(String value) {
        return value.toLowerCase(Locale.ROOT).contains(text);
    }
}
