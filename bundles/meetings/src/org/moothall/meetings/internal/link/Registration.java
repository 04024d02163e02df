package org.moothall.meetings.internal.link;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.net.NetProblem;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.LinkState;
import org.moothall.servers.Servers;
import org.moothall.servers.ServersProblem;
import org.moothall.servers.spi.CallBridgeConnection;

/** Sees that a bridge sends us its records, and tells people when it does not. Used by one thread. */
final class Registration {

    /** The bridge cannot be asked: its health says so already. */
    private static final Set<NetProblem> UNREACHABLE = EnumSet.of(NetProblem.UNKNOWN_HOST, NetProblem.CONNECTION_REFUSED, NetProblem.TIMEOUT, NetProblem.BROKEN,
            NetProblem.CERTIFICATE_NOT_TRUSTED, NetProblem.CERTIFICATE_CHANGED);

    private final CallBridgeId id;
    private final Supplier<Optional<String>> url;
    private final String path;
    private final Servers servers;
    private final LinkConditions conditions;
    private final Delivery delivery = new Delivery();
    private boolean arriving = true;

    /**
     * Registers nobody yet.
     *
     * @param url where the bridge shall send records; empty while our own address is not known
     * @param path the part of the address that only we know
     */
    Registration(CallBridgeId id, Supplier<Optional<String>> url, String path, Servers servers, LinkConditions conditions) {
        this.id = id;
        this.url = url;
        this.path = path;
        this.servers = servers;
        this.conditions = conditions;
    }

    /** Registers us unless we are; false when it has to be tried again soon. */
    boolean ensure(Supplier<CallBridgeConnection> bridge) {
        String address = url.get().orElse("");
        if (address.isEmpty()) {
            return true; // the port is not open yet; we are called again when it is
        }
        try {
            ensured(Receiver.ensure(bridge.get(), address, path));
            return true;
        } catch (ProblemException e) {
            failed(e.problem());
            return false;
        }
    }

    private void ensured(boolean registered) {
        if (!registered) {
            servers.report(id, Servers.Link.CDR, LinkState.FAILED, "All of its CDR receivers are taken. Remove one that is no longer needed.");
            conditions.receiversTaken();
        } else if (arriving) {
            servers.report(id, Servers.Link.CDR, LinkState.CONNECTED, null);
            conditions.receiverWorks();
        }
    }

    private void failed(Problem problem) {
        servers.report(id, Servers.Link.CDR, LinkState.FAILED, problem.detail());
        boolean known = problem.code() == ServersProblem.CREDENTIALS_REFUSED || problem.code() instanceof NetProblem net && UNREACHABLE.contains(net);
        if (!known) {
            conditions.registrationRefused(problem.detail());
        }
    }

    /**
     * Judges by what a read found whether records arrive.
     *
     * @param expected number of the next record that we wait for, -1 when none came
     * @param writes number of the next record that the bridge will write, negative when unknown
     */
    void judge(Supplier<CallBridgeConnection> bridge, long expected, long writes, Instant now) {
        boolean before = arriving;
        arriving = delivery.arriving(expected, writes, now);
        Optional<String> address = url.get();
        if (!arriving && address.isPresent()) {
            servers.report(id, Servers.Link.CDR, LinkState.FAILED, "It writes call detail records, but they do not reach us.");
            conditions.noRecordsArrive(address.get().substring(0, Math.max(0, address.get().indexOf("/cdr/"))));
        } else if (!before) {
            ensure(bridge);
        }
    }
}
