package org.moothall.servers.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.CoreProblem;
import org.moothall.core.PeerCertificate;
import org.moothall.core.Problem;
import org.moothall.core.Secret;
import org.moothall.core.Trust;
import org.moothall.security.Vault;
import org.moothall.servers.CallBridge;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.ClusterId;
import org.moothall.servers.NewCallBridge;
import org.moothall.servers.Servers.CallBridgeChange;
import org.moothall.servers.ServersProblem;
import org.moothall.servers.internal.health.BridgeHealth;
import org.moothall.servers.internal.health.BridgeLink;
import org.moothall.servers.internal.health.BridgeWatch;
import org.moothall.servers.internal.health.Membership;
import org.moothall.servers.internal.store.BridgeRow;
import org.moothall.servers.internal.store.ClusterRow;
import org.moothall.servers.internal.store.ServerStore;

/** Takes up Call Bridges and changes how they are spoken to, each time after speaking to them that way. Thread-safe. */
final class Enrolment {

    private final ServerStore store;
    private final Vault vault;
    private final Watches watches;
    private final Announcements announcements;
    private final Clock clock;

    Enrolment(ServerStore store, Vault vault, Watches watches, Announcements announcements, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.watches = watches;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Adds a bridge. @param expected its cluster, or null when it may be of any */
    CallBridge add(NewCallBridge bridge, @Nullable ClusterRow expected) {
        Address address = Address.parse(bridge.address());
        store.findBridge(address).ifPresent(other -> {
            throw Problem.about(other.id().value(), ServersProblem.ADDRESS_IN_USE, address + " is configured already as " + other.name() + ".").exception();
        });
        Trust trust = Changes.or(bridge.trust(), Trust.system());
        Changes.name("name", bridge.name(), "");
        Changes.name("clusterName", bridge.clusterName(), "");
        return keep(address, bridge, trust, introduced(address, bridge.user(), bridge.password(), trust, expected));
    }

    private CallBridge keep(Address address, NewCallBridge bridge, Trust trust, Introduction told) {
        ClusterId fresh = new ClusterId(UUID.randomUUID().toString());
        Membership membership = told.membership();
        String name = Changes.name("name", bridge.name(), Changes.or(membership.uniqueName(), address.toString()));
        String clusterName = Changes.name("clusterName", bridge.clusterName(), name);
        BridgeRow row = new BridgeRow(new CallBridgeId(UUID.randomUUID().toString()), fresh, name, membership.uniqueName(), membership.guid(), address,
                bridge.user(), trust, 1);
        BridgeRow kept = sealed(row.vaultName(), bridge.password(), Optional.empty(),
                () -> store.add(row, membership.members().stream().map(m -> m.guid()).toList(),
                        new ClusterRow(fresh, clusterName, told.reading().clusterId(), true, null, 1)));
        CallBridge view = watch(kept, told);
        announcements.members(kept.cluster(), membership);
        return view;
    }

    /** Changes a bridge that is still at this version; what it is spoken to with is tried before it is kept. */
    CallBridge update(CallBridgeId id, CallBridgeChange change, long version) {
        BridgeWatch watch = watches.get(id);
        BridgeRow old = watch.row();
        if (old.version() != version) {
            throw Problem.about(id.value(), CoreProblem.CHANGED_MEANWHILE, "It was changed since you read it. Read it again and repeat the change.")
                    .exception();
        }
        BridgeRow wanted = Changes.applied(old, change);
        boolean sameConnection = Changes.sameConnection(old, wanted) && change.password() == null;
        return sameConnection ? rename(watch, wanted) : reconnect(wanted, change.password());
    }

    private CallBridge rename(BridgeWatch watch, BridgeRow wanted) {
        watch.row(store.update(wanted, wanted.version()));
        announcements.changed(watch.view());
        return watch.view();
    }

    private CallBridge reconnect(BridgeRow wanted, @Nullable Secret password) {
        Secret before = watches.password(wanted);
        Secret secret = password == null ? before : password;
        Introduction told = introduced(wanted.address(), wanted.user(), secret, wanted.trust(), store.findCluster(wanted.cluster()).orElseThrow());
        return watch(sealed(wanted.vaultName(), secret, Optional.of(before), () -> store.update(wanted, wanted.version())), told);
    }

    private CallBridge watch(BridgeRow row, Introduction told) {
        PeerCertificate certificate = told.certificate();
        BridgeHealth health = watches.unknown(row.cluster()).answered(told.reading(), certificate == null ? null : certificate.notAfter(), clock.instant());
        BridgeWatch watch = watches.watch(row, health);
        announcements.changed(watch.view());
        return watch.view();
    }

    private Introduction introduced(Address address, String user, Secret password, Trust trust, @Nullable ClusterRow expected) {
        BridgeLink link = watches.link(address, Introduction.credentials(user, password), trust);
        try {
            Introduction told = Introduction.of(link, watches.probe());
            refuseOtherCluster(expected, told.reading().clusterId());
            return told;
        } finally {
            link.close();
        }
    }

    private static void refuseOtherCluster(@Nullable ClusterRow expected, @Nullable String clusterId) {
        String identity = expected == null ? null : expected.identity();
        if (expected != null && identity != null && !identity.equals(clusterId)) {
            throw Problem.of(ServersProblem.OTHER_CLUSTER, "This Call Bridge does not belong to the cluster " + expected.name()
                    + ". Add it on its own; it then gets a cluster of its own here.").exception();
        }
    }

    /** Keeps the secret when the row can be kept too; otherwise what was there before. */
    private BridgeRow sealed(String name, Secret secret, Optional<Secret> before, Supplier<BridgeRow> keeping) {
        boolean done = false;
        vault.put(name, secret);
        try {
            BridgeRow kept = keeping.get();
            done = true;
            return kept;
        } finally {
            if (!done) {
                before.ifPresentOrElse(old -> vault.put(name, old), () -> vault.remove(name));
            }
        }
    }
}
