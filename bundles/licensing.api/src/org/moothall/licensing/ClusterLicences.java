package org.moothall.licensing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.ClusterId;

/**
 * A cluster as licensing sees it.
 *
 * @param settable whether we set the expiry of its licences; otherwise we only read it
 * @param problem why its licences could not be read or set, with what to do, or null
 * @param features what it says itself
 * @param hosts who reports its usage
 */
public record ClusterLicences(ClusterId cluster, boolean settable, @Nullable String problem, List<FeatureLicence> features, List<Host> hosts) {

    public ClusterLicences {
        features = List.copyOf(features);
        hosts = List.copyOf(hosts);
    }

    /** A licence on the cluster. @param expires the date (UTC) from whose first moment on it is expired, or null when there is no licence */
    public record FeatureLicence(Feature feature, @Nullable LocalDate expires, Enforcement enforcement) {}

    /**
     * A Meeting Server that reports usage.
     *
     * @param host its id, as it names itself
     * @param callBridge which it is here, or null when it is not configured and others report for it
     * @param readTo time of the newest snapshot that was read, or null when none was
     * @param problem why its usage is not read, with what to do, or null
     */
    public record Host(String host, @Nullable CallBridgeId callBridge, @Nullable Instant readTo, @Nullable String problem) {}
}
