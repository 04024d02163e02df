package org.moothall.servers.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.servers.Servers.CallBridgeChange;
import org.moothall.servers.Servers.ClusterChange;
import org.moothall.servers.internal.store.BridgeRow;
import org.moothall.servers.internal.store.ClusterRow;

/** What is kept after a change: null keeps what was. */
final class Changes {

    private static final int LONGEST = 100;

    private Changes() {}

    static BridgeRow applied(BridgeRow old, CallBridgeChange change) {
        String address = change.address();
        return new BridgeRow(old.id(), old.cluster(), name("name", change.name(), old.name()), old.uniqueName(), old.guid(),
                address == null ? old.address() : Address.parse(address), or(change.user(), old.user()), or(change.trust(), old.trust()), old.version());
    }

    static ClusterRow applied(ClusterRow old, ClusterChange change) {
        Boolean manage = change.manageMeetings();
        return new ClusterRow(old.id(), name("name", change.name(), old.name()), old.identity(), manage == null ? old.manageMeetings() : manage,
                cdrAddress(change.cdrAddress(), old.cdrAddress()), old.version());
    }

    /** Whether a connection with the one works as with the other. */
    static boolean sameConnection(BridgeRow one, BridgeRow other) {
        return one.address().equals(other.address()) && one.user().equals(other.user()) && one.trust().equals(other.trust());
    }

    static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    /** A name people gave, checked, or this one. */
    static String name(String field, @Nullable String name, String otherwise) {
        if (name == null) {
            return otherwise;
        }
        String bare = name.strip();
        if (bare.isEmpty() || bare.length() > LONGEST || bare.chars().anyMatch(Character::isISOControl)) {
            throw org.moothall.core.Problem.invalid(field, "must be 1 to " + LONGEST + " printable characters.").exception();
        }
        return bare;
    }

    private static @Nullable String cdrAddress(@Nullable String given, @Nullable String old) {
        if (given == null) {
            return old;
        }
        if (given.isBlank()) {
            return null;
        }
        Address.parse(given);
        return given.strip();
    }
}
