package org.moothall.servers.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Credentials;
import org.moothall.core.PeerCertificate;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.core.TrustPolicy;
import org.moothall.servers.Trust;
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

    /** The policy that this choice means. */
    static TrustPolicy policy(Trust trust) {
        String sha256 = trust.sha256();
        String authorities = trust.authoritiesPem();
        try {
            return switch (trust.mode()) {
                case PINNED -> new TrustPolicy.Pinned(sha256 == null ? "" : sha256);
                case CHAIN -> authorities == null || authorities.isBlank() ? TrustPolicy.systemChain() : new TrustPolicy.Chain(java.util.List.of(authorities));
            };
        } catch (ProblemException e) {
            throw new ProblemException(Problem.invalid("trust.sha256", "must be the 64 hexadecimal digits of the certificate's SHA-256 fingerprint."), e);
        }
    }

    /** Checked credentials. */
    static Credentials credentials(String user, org.moothall.core.Secret password) {
        if (user.isBlank() || user.length() > 200) {
            throw Problem.invalid("user", "must be 1 to 200 characters.").exception();
        }
        return new Credentials(user, password);
    }
}
