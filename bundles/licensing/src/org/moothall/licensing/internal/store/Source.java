package org.moothall.licensing.internal.store;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.licensing.internal.rules.HostSpan;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.ClusterId;

/**
 * Where snapshots come from: a host, or one of several bridges that were copied with its id.
 *
 * @param name under which its snapshots are kept: the host id, with the bridge when others have the same
 * @param host as it names itself
 * @param bridge which it is, or null when others report for it
 * @param first second of its first snapshot
 * @param gone second from which on nothing is expected of it, or null while it is there
 * @param readTo second up to which its snapshots were read
 */
public record Source(ClusterId cluster, String name, String host, @Nullable CallBridgeId bridge, long first, @Nullable Long gone, long readTo) {

    /** Nothing was read yet. */
    public static Source fresh(ClusterId cluster, String name, String host, @Nullable CallBridgeId bridge) {
        return new Source(cluster, name, host, bridge, Long.MAX_VALUE, null, 0);
    }

    /** When its reports are expected. */
    public HostSpan span() {
        Long end = gone;
        return new HostSpan(name, first, end == null ? HostSpan.STAYS : end);
    }
}
