package org.moothall.cli.internal;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.TrustPolicy;

/**
 * The session that is kept between commands.
 *
 * @param caPem authorities for the server's certificate, or null for the system's
 * @param sha256 pinned fingerprint instead, or null
 */
record SavedSession(String url, String user, String token, @Nullable String caPem, @Nullable String sha256) {

    TrustPolicy trust() {
        return policy(caPem, sha256);
    }

    static TrustPolicy policy(@Nullable String caPem, @Nullable String sha256) {
        if (sha256 != null) {
            return new TrustPolicy.Pinned(sha256);
        }
        return caPem == null ? TrustPolicy.systemChain() : new TrustPolicy.Chain(List.of(caPem));
    }

    @Override
    public String toString() {
        return "SavedSession[" + url + ", " + user + "]";
    }
}
