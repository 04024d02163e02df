package org.moothall.servers.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Credentials;
import org.moothall.core.PeerCertificate;
import org.moothall.core.Problem;
import org.moothall.servers.internal.health.BridgeLink;
import org.moothall.servers.internal.health.BridgeProbe;
import org.moothall.servers.internal.health.Membership;
import org.moothall.servers.internal.health.Reading;

/** What a bridge told when we first spoke to it with these settings; proof that they work. */
record Introduction(Reading reading, Membership membership, @Nullable PeerCertificate certificate) {

    /** Speaks to the bridge; the problems are those of the network and of the bridge. */
    static Introduction of(BridgeLink link, BridgeProbe probe) {
        Reading reading = probe.read(link.health());
        Membership membership = probe.membership(link.health());
        return new Introduction(reading, membership, link.certificate().isPresent() ? link.certificate().get() : null);
    }

    /** Checked credentials. */
    static Credentials credentials(String user, org.moothall.core.Secret password) {
        if (user.isBlank() || user.length() > 200) {
            throw Problem.invalid("user", "must be 1 to 200 characters.").exception();
        }
        return new Credentials(user, password);
    }
}
