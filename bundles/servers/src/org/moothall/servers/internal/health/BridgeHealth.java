package org.moothall.servers.internal.health;

import java.time.Instant;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.core.ProblemCode;
import org.moothall.net.NetProblem;
import org.moothall.servers.LinkState;
import org.moothall.servers.ServersProblem;

/**
 * All that is known of how a bridge is: the last good answer, what went wrong since, and the links others keep with it.
 *
 * @param failures how many polls failed since the last good one
 * @param problem what the last poll ended with, or null when it was good
 */
public record BridgeHealth(@Nullable Reading reading, @Nullable Instant lastSeen, @Nullable Instant certificateExpires, int failures, @Nullable Problem problem,
        Link cdr, Link events) {

    private static final Set<ProblemCode> CERTAIN = Set.of(NetProblem.TIMEOUT, NetProblem.CERTIFICATE_CHANGED, NetProblem.CERTIFICATE_NOT_TRUSTED,
            ServersProblem.CREDENTIALS_REFUSED);

    /** A connection that another domain keeps. */
    public record Link(LinkState state, @Nullable String detail) {}

    /** Before the first answer. */
    public static BridgeHealth unknown(Link cdr, Link events) {
        return new BridgeHealth(null, null, null, 0, null, cdr, events);
    }

    /** A good answer came. */
    public BridgeHealth answered(Reading next, @Nullable Instant certificate, Instant at) {
        Reading before = reading;
        ClockOffset clock = before == null ? next.clock() : next.clock().narrowedBy(before.clock());
        Reading narrowed = new Reading(next.softwareVersion(), next.uptimeSeconds(), next.callLegsActive(), next.load(), next.alarms(), next.clusterId(),
                clock);
        return new BridgeHealth(narrowed, at, certificate == null ? certificateExpires : certificate, 0, null, cdr, events);
    }

    /** A poll failed. */
    public BridgeHealth failed(Problem why) {
        return new BridgeHealth(reading, lastSeen, certificateExpires, failures + 1, why, cdr, events);
    }

    /** The CDR receiver was reported. */
    public BridgeHealth withCdr(Link link) {
        return new BridgeHealth(reading, lastSeen, certificateExpires, failures, problem, link, events);
    }

    /** The events channel was reported. */
    public BridgeHealth withEvents(Link link) {
        return new BridgeHealth(reading, lastSeen, certificateExpires, failures, problem, cdr, link);
    }

    /**
     * Whether the failure is certain. A refused or broken connection or an error may be a restart of the service or a moment
     * of load, so the next poll (a second later) decides; waiting in vain for a whole timeout, or a refusal of us or by us,
     * is certain at once.
     */
    public boolean down() {
        Problem why = problem;
        return why != null && (failures > 1 || CERTAIN.contains(why.code()));
    }
}
