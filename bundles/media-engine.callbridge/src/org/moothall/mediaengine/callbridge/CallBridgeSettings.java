package org.moothall.mediaengine.callbridge;

import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.moothall.core.Credentials;
import org.moothall.core.Secret;

/**
 * What a Call Bridge needs to know to open its port.
 *
 * @param self this bridge
 * @param clusterId constant for the cluster's life
 * @param members all bridges of the cluster, this one included; empty when it stands alone
 * @param keys certificate and key of the listener
 * @param keyPassword opens {@code keys}
 * @param api who may use the API
 * @param clusterSecret what the bridges of a cluster know each other by
 * @param clusterAuthorities PEM certificates that other bridges are verified with
 * @param cdrTrust PEM file that CDR receivers are verified with; read at each connect, need not exist yet
 * @param directory where the bridge keeps its state
 * @param started when the bridge began to run
 * @param scenario what goes wrong on purpose
 */
public record CallBridgeSettings(Member self, UUID hostId, UUID clusterId, List<Member> members, String bindAddress, int port, KeyStore keys,
        Secret keyPassword, Credentials api, Secret clusterSecret, List<String> clusterAuthorities, Path cdrTrust, Path directory, Instant started,
        Scenario scenario) {

    /** The release whose API this bridge speaks. */
    public static final String SOFTWARE_VERSION = "3.8";

    public CallBridgeSettings {
        members = List.copyOf(members);
        clusterAuthorities = List.copyOf(clusterAuthorities);
    }

    /** A Call Bridge of the cluster. @param address {@code https://host:port} */
    public record Member(UUID id, String name, URI address) {}

    /** Whether the bridge is part of a cluster. */
    public boolean clustered() {
        return !members.isEmpty();
    }

    /** The other bridges. */
    public List<Member> others() {
        return members.stream().filter(member -> !member.id().equals(self.id())).toList();
    }
}
