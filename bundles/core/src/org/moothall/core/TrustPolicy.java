package org.moothall.core;

import java.util.List;
import java.util.Locale;

/** How the certificate of a peer is judged. */
public sealed interface TrustPolicy {

    /** The chain must end in an authority we trust and the certificate must name the host (SAN only). */
    record Chain(List<String> authoritiesPem) implements TrustPolicy {
        public Chain {
            authoritiesPem = List.copyOf(authoritiesPem);
        }
    }

    /** Exactly this certificate, whatever its chain and names; any other is refused until it is confirmed. */
    record Pinned(String sha256) implements TrustPolicy {
        public Pinned {
            sha256 = sha256.replace(":", "").toLowerCase(Locale.ROOT);
            if (!sha256.matches("[0-9a-f]{64}")) {
                throw Problem.invalid("sha256", "must be the 64 hexadecimal digits of the certificate's SHA-256 fingerprint.").exception();
            }
        }
    }

    /** The system's authorities. */
    static TrustPolicy systemChain() {
        return new Chain(List.of());
    }
}
