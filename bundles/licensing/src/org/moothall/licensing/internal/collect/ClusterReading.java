package org.moothall.licensing.internal.collect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ProblemException;
import org.moothall.licensing.internal.store.Source;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.ClusterId;
import org.moothall.servers.spi.ApiElement;
import org.moothall.servers.spi.CallBridgeConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the hosts of one cluster: each from its own bridge, the rest from whichever bridge knows them. */
final class ClusterReading {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterReading.class);
    private static final String KNOWN = "system/MPLicenseUsage/knownHosts";
    private static final int MOST_HOSTS = 100;

    private final Reading reading;
    private final List<Source> known;
    private final Set<String> cloned;
    private final Map<CallBridgeId, String> failed;
    private final Map<CallBridgeId, String> refused;

    /**
     * @param known all sources of all clusters
     * @param cloned host ids that several bridges have
     * @param failed is told who could not be read, {@code refused} what was not taken
     */
    ClusterReading(Reading reading, List<Source> known, Set<String> cloned, Map<CallBridgeId, String> failed, Map<CallBridgeId, String> refused) {
        this.reading = reading;
        this.known = known;
        this.cloned = cloned;
        this.failed = failed;
        this.refused = refused;
    }

    void read(List<Identity> members) {
        members.stream().filter(Identity::readable).forEach(this::own);
        members.stream().filter(Identity::readable).findFirst().ifPresent(member -> others(member, members));
    }

    private void own(Identity member) {
        CallBridgeId bridge = member.bridge().id();
        String host = String.valueOf(member.host());
        String name = cloned.contains(host) ? host + '@' + bridge.value() : host;
        try {
            note(bridge, reading.read(source(member.bridge().cluster(), name, host, bridge), reading.connection(bridge)));
        } catch (ProblemException e) {
            LOG.debug("The usage of {} is read later", bridge, e);
            failed.put(bridge, e.problem().detail());
        }
    }

    private void note(CallBridgeId bridge, List<String> reasons) {
        if (!reasons.isEmpty()) {
            String count = reasons.size() == 1 ? "1 of its reports is" : reasons.size() + " of its reports are";
            refused.put(bridge, count + " not taken: " + reasons.getFirst() + ".");
        }
    }

    /** Hosts that are not configured here or did not answer; not those that tell the wrong time. */
    private void others(Identity member, List<Identity> members) {
        ClusterId cluster = member.bridge().cluster();
        CallBridgeConnection connection = reading.connection(member.bridge().id());
        List<String> asked = members.stream().map(identity -> String.valueOf(identity.host())).toList();
        try {
            for (ApiElement row : connection.list(KNOWN, Map.of()).stream().limit(MOST_HOSTS).toList()) {
                String host = row.id();
                if (!host.isEmpty() && !asked.contains(host) && !cloned.contains(host) && !elsewhere(cluster, host)) {
                    reading.read(source(cluster, host, host, configured(known(cluster, host), members)), connection);
                }
            }
        } catch (ProblemException e) {
            LOG.debug("{} does not tell of other hosts", member.bridge().id(), e);
        }
    }

    private static @Nullable CallBridgeId configured(Optional<Source> source, List<Identity> members) {
        CallBridgeId bridge = source.isPresent() ? source.get().bridge() : null;
        return bridge != null && members.stream().anyMatch(member -> member.bridge().id().equals(bridge)) ? bridge : null;
    }

    private boolean elsewhere(ClusterId cluster, String host) {
        return known.stream().anyMatch(source -> source.host().equals(host) && !source.cluster().equals(cluster) && source.gone() == null);
    }

    private Source source(ClusterId cluster, String name, String host, @Nullable CallBridgeId bridge) {
        return known(cluster, name).map(source -> new Source(cluster, name, host, bridge, source.first(), source.gone(), source.readTo()))
                .orElseGet(() -> Source.fresh(cluster, name, host, bridge));
    }

    private Optional<Source> known(ClusterId cluster, String name) {
        return known.stream().filter(source -> source.cluster().equals(cluster) && source.name().equals(name)).findFirst();
    }
}
