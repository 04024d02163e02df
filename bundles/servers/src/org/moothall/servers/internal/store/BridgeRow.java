package org.moothall.servers.internal.store;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Trust;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.ClusterId;
import org.moothall.servers.internal.Address;

/** A Call Bridge as it is kept; its password is in the vault. */
public record BridgeRow(CallBridgeId id, ClusterId cluster, String name, @Nullable String uniqueName, @Nullable String guid, Address address, String user,
        Trust trust, long version) {

    /** This bridge in another cluster. */
    public BridgeRow in(ClusterId other) {
        return new BridgeRow(id, other, name, uniqueName, guid, address, user, trust, version);
    }

    /** This bridge as its cluster calls it. */
    public BridgeRow called(@Nullable String unique, @Nullable String inCluster) {
        return new BridgeRow(id, cluster, name, unique, inCluster, address, user, trust, version);
    }

    /** Where its password is kept. */
    public String vaultName() {
        return "servers/call-bridge/" + id.value();
    }
}
