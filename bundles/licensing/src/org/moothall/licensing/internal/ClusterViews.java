package org.moothall.licensing.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.licensing.ClusterLicences;
import org.moothall.licensing.ClusterLicences.FeatureLicence;
import org.moothall.licensing.ClusterLicences.Host;
import org.moothall.licensing.Feature;
import org.moothall.licensing.internal.collect.Findings;
import org.moothall.licensing.internal.expiry.Enforcer.Outcome;
import org.moothall.licensing.internal.rules.Basis;
import org.moothall.licensing.internal.rules.Expiry;
import org.moothall.licensing.internal.rules.Judgement;
import org.moothall.licensing.internal.store.Source;
import org.moothall.licensing.internal.store.SourceStore;
import org.moothall.servers.CallBridge;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.Cluster;
import org.moothall.servers.ClusterId;
import org.moothall.servers.Servers;

/** Clusters as licensing sees them now. */
final class ClusterViews {

    private final Servers servers;
    private final SourceStore sources;

    ClusterViews(Servers servers, SourceStore sources) {
        this.servers = servers;
        this.sources = sources;
    }

    /** @param findings of the last round here, {@code outcomes} likewise; another instance knows more when it makes the rounds */
    List<ClusterLicences> of(Basis basis, Map<ClusterId, Map<Feature, LocalDate>> held, Findings findings, Map<ClusterId, Outcome> outcomes) {
        List<Source> known = sources.all();
        List<CallBridge> bridges = servers.callBridges();
        List<ClusterLicences> views = new ArrayList<>();
        for (Cluster cluster : servers.clusters()) {
            Outcome outcome = outcomes.getOrDefault(cluster.id(), new Outcome(false, ""));
            views.add(new ClusterLicences(cluster.id(), outcome.settable(), outcome.problem().isEmpty() ? null : outcome.problem(),
                    licences(basis, held.get(cluster.id())), hosts(cluster.id(), bridges, known, findings)));
        }
        return views;
    }

    private static List<FeatureLicence> licences(Basis basis, @Nullable Map<Feature, LocalDate> held) {
        return held == null ? List.of() : Arrays.stream(Feature.values()).map(feature -> new FeatureLicence(feature, held.get(feature),
                Expiry.enforcement(Judgement.of(feature, basis), basis, held.get(feature)))).toList();
    }

    private static List<Host> hosts(ClusterId cluster, List<CallBridge> bridges, List<Source> known, Findings findings) {
        Map<CallBridgeId, String> silent = new HashMap<>();
        bridges.stream().filter(bridge -> bridge.cluster().equals(cluster)).filter(bridge -> findings.problems().containsKey(bridge.id()))
                .forEach(bridge -> silent.put(bridge.id(), String.valueOf(findings.problems().get(bridge.id()))));
        List<Host> hosts = new ArrayList<>();
        for (Source source : known) {
            if (source.cluster().equals(cluster) && source.gone() == null) {
                CallBridgeId bridge = source.bridge();
                hosts.add(new Host(source.host(), bridge, source.readTo() == 0 ? null : Instant.ofEpochSecond(source.readTo()),
                        bridge == null ? null : silent.remove(bridge)));
            }
        }
        silent.forEach((bridge, problem) -> hosts.add(new Host("", bridge, null, problem)));
        return hosts;
    }
}
