package org.moothall.core;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/**
 * How the certificate of a machine is judged, as the API shows and takes it.
 *
 * @param mode {@code CHAIN} (chain to an authority, and name) or {@code PINNED} (exactly this certificate)
 * @param sha256 fingerprint when pinned, 64 hexadecimal digits
 * @param authoritiesPem extra authorities for {@code CHAIN}, PEM, or null for the system's
 */
public record Trust(Mode mode, @Nullable String sha256, @Nullable String authoritiesPem) {

    /** The two ways. */
    public enum Mode { CHAIN, PINNED }

    /** The system's authorities. */
    public static Trust system() {
        return new Trust(Mode.CHAIN, null, null);
    }

    /** The policy that this means; {@code core.invalid-input} naming {@code trust.sha256} when there is no such fingerprint. */
    public TrustPolicy policy() {
        String fingerprint = sha256 == null ? "" : sha256;
        String authorities = authoritiesPem == null ? "" : authoritiesPem;
        if (mode == Mode.CHAIN) {
            return authorities.isBlank() ? TrustPolicy.systemChain() : new TrustPolicy.Chain(List.of(authorities));
        }
        try {
            return new TrustPolicy.Pinned(fingerprint);
        } catch (ProblemException e) {
            throw new ProblemException(Problem.invalid("trust.sha256", "must be the 64 hexadecimal digits of the certificate's SHA-256 fingerprint."), e);
        }
    }
}
