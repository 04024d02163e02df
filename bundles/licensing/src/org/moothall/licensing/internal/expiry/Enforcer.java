package org.moothall.licensing.internal.expiry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.licensing.Feature;
import org.moothall.licensing.internal.rules.Basis;
import org.moothall.licensing.internal.rules.Expiry;
import org.moothall.licensing.internal.rules.Judgement;
import org.moothall.licensing.internal.rules.TrialSpan;
import org.moothall.licensing.internal.store.ExpiryStore;
import org.moothall.licensing.spi.ClusterExpiry;
import org.moothall.licensing.spi.ClusterExpiry.Held;
import org.moothall.servers.CallBridge;
import org.moothall.servers.Cluster;
import org.moothall.servers.ClusterId;
import org.moothall.servers.Servers;
import org.moothall.servers.spi.CallBridgeConnection;
import org.moothall.servers.spi.CallBridgeConnections;

/** Reads the licences of every cluster and sets their expiry where somebody knows how to. @spec installation-guide B.3 */
public final class Enforcer {

    private final Servers servers;
    private final CallBridgeConnections connections;
    private final Collection<ClusterExpiry> setters;
    private final ExpiryStore store;

    /** @param setters live view of who knows how to set expiry */
    public Enforcer(Servers servers, CallBridgeConnections connections, Collection<ClusterExpiry> setters, ExpiryStore store) {
        this.servers = servers;
        this.connections = connections;
        this.setters = setters;
        this.store = store;
    }

    /** How a cluster took it. @param settable whether somebody knows how to set its expiry @param problem why not all is done, in words, or empty */
    public record Outcome(boolean settable, String problem) {}

    /** Goes through all clusters; one that does not answer does not hold up the others. @param set whether to set, or only to read */
    public Map<ClusterId, Outcome> go(Basis basis, boolean set) {
        Map<ClusterId, Outcome> outcomes = new HashMap<>();
        List<CallBridge> bridges = servers.callBridges();
        for (Cluster cluster : servers.clusters()) {
            List<CallBridge> members = bridges.stream().filter(bridge -> bridge.cluster().equals(cluster.id())).toList();
            outcomes.put(cluster.id(), cluster(cluster.id(), members, basis, set));
        }
        return outcomes;
    }

    /** Any bridge answers for its cluster. */
    private Outcome cluster(ClusterId cluster, List<CallBridge> members, Basis basis, boolean set) {
        Outcome outcome = new Outcome(false, "None of its Call Bridges can be asked.");
        for (CallBridge member : members) {
            try {
                return bridge(cluster, connections.connection(member.id()), basis, set);
            } catch (ProblemException e) {
                outcome = new Outcome(false, e.problem().detail());
            }
        }
        return outcome;
    }

    private Outcome bridge(ClusterId cluster, CallBridgeConnection bridge, Basis basis, boolean set) {
        for (ClusterExpiry setter : setters) {
            Optional<Held> held = setter.read(bridge);
            if (held.isPresent()) {
                heard(cluster, held.get(), basis);
                if (set) {
                    refresh(cluster, setter, bridge, held.get(), basis);
                }
                return new Outcome(true, "");
            }
        }
        store.heard(cluster, LicenceFace.expiry(bridge.get(LicenceFace.PATH, Map.of())), basis.at());
        return new Outcome(false, "");
    }

    private void heard(ClusterId cluster, Held held, Basis basis) {
        store.heard(cluster, held.expiry(), basis.at());
        store.marked(cluster, held.trials());
    }

    private void refresh(ClusterId cluster, ClusterExpiry setter, CallBridgeConnection bridge, Held held, Basis basis) {
        boolean known = !held.expiry().isEmpty() || store.everLicensed(cluster);
        Map<Feature, LocalDate> wanted = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            LocalDate has = held.expiry().get(feature);
            LocalDate should = Expiry.wanted(Judgement.of(feature, basis), basis, has, known);
            if (should != null && !should.equals(has)) {
                wanted.put(feature, should);
            }
        }
        Map<Feature, LocalDate> marks = new EnumMap<>(Feature.class);
        for (TrialSpan trial : basis.trials()) {
            if (trial.activeAt(basis.at()) && !held.trials().containsKey(trial.feature())) {
                marks.put(trial.feature(), trial.firstDay());
            }
        }
        if (!wanted.isEmpty() || !marks.isEmpty()) {
            setter.set(bridge, wanted, marks);
            heard(cluster, setter.read(bridge).orElseThrow(() -> gone(cluster)), basis);
        }
    }

    private static ProblemException gone(ClusterId cluster) {
        return Problem.about(cluster.value(), org.moothall.core.CoreProblem.UNAVAILABLE, "It no longer tells its licences.").exception();
    }
}
