package org.moothall.servers.internal.store;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.ClusterId;
import org.moothall.servers.Trust;
import org.moothall.servers.internal.Address;

/** A Call Bridge as it is kept; its password is in the vault. */
public record BridgeRow(CallBridgeId id, ClusterId cluster, String name, @Nullable String uniqueName, @Nullable String guid, Address address, String user,
        Trust trust, long version) {

    /** Where its password is kept. */
    public String vaultName() {
        return "servers/call-bridge/" + id.value();
    }
}
