package org.moothall.licensing.internal.collect;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ProblemException;
import org.moothall.servers.CallBridge;
import org.moothall.servers.spi.ApiElement;
import org.moothall.servers.spi.CallBridgeConnection;

/**
 * Which host a Call Bridge is.
 *
 * @param host its id, or null when it did not tell
 * @param problem why its usage cannot be read, with what to do, or null
 */
record Identity(CallBridge bridge, @Nullable String host, @Nullable String problem) {

    /** A clock that is off by more tells of the wrong five minutes. */
    static final Duration TOLERANCE = Duration.ofSeconds(150);
    private static final String ID = "[0-9A-Za-z-]{1,64}";

    /** Asks it. */
    static Identity of(CallBridge bridge, CallBridgeConnection connection, Instant now) {
        try {
            ApiElement status = connection.get("system/status", java.util.Map.of());
            String host = status.text("hostId");
            if (!host.matches(ID)) {
                return new Identity(bridge, null, "It does not tell its host id, which needs version 2.6 or later.");
            }
            Duration off = offset(status.text("cdrTime"), now);
            if (off.abs().compareTo(TOLERANCE) > 0) {
                return new Identity(bridge, host, "Its clock is " + off.abs().toSeconds() + " seconds " + (off.isNegative() ? "behind" : "ahead")
                        + ", so that its reports are of the wrong time and are not read. Set its time by NTP.");
            }
            return new Identity(bridge, host, null);
        } catch (ProblemException e) {
            return new Identity(bridge, null, e.problem().detail());
        }
    }

    private static Duration offset(String told, Instant now) {
        try {
            return told.isEmpty() ? Duration.ZERO : Duration.between(now, Instant.parse(told));
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }

    /** Whether it can be asked for usage. */
    boolean readable() {
        return host != null && problem == null;
    }
}
