package org.moothall.servers;

import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Trust;
import org.moothall.core.Versioned;

/**
 * A configured Call Bridge and how it is.
 *
 * @param name display name
 * @param uniqueName its name in its cluster, or null when it is not clustered or was never reached
 * @param guid its GUID in its cluster ({@code /callBridges}), or null likewise
 * @param host name or address, IPv6 without brackets
 * @param user sign-in name for the API; the password is never shown
 * @param version grows with each change of configuration; the ETag
 */
public record CallBridge(CallBridgeId id, ClusterId cluster, String name, @Nullable String uniqueName, @Nullable String guid, String host, int port,
        String user, Trust trust, Status status, long version) implements Versioned {

    /**
     * How it is.
     *
     * @param message what is wrong and what to do, or null when nothing is
     * @param softwareVersion as it tells, or null when never reached
     * @param mediaProcessingLoad as it tells ({@code /system/load}), or null
     * @param cdr our CDR receiver on it; @param events our events channel to it
     * @param clockOffsetMillis its clock minus ours, or null when unknown
     * @param certificateExpires end of its certificate's validity, or null when unknown
     * @param lastSeen last successful answer, or null when never
     */
    public record Status(Health health, @Nullable String message, @Nullable String softwareVersion, @Nullable Long uptimeSeconds,
            @Nullable Integer mediaProcessingLoad, @Nullable Integer callLegsActive, List<Alarm> alarms, LinkState cdr, LinkState events,
            @Nullable Long clockOffsetMillis, @Nullable Instant certificateExpires, @Nullable Instant lastSeen) {
        public Status {
            alarms = List.copyOf(alarms);
        }
    }

    /** An alarm that the bridge itself reports. */
    public record Alarm(String type, long activeSeconds, @Nullable String detail) {}
}
