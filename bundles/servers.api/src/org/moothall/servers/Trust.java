package org.moothall.servers;

import org.eclipse.jdt.annotation.Nullable;

/**
 * How a Call Bridge's certificate is judged, as the API shows it.
 *
 * @param mode {@code CHAIN} (chain to an authority, and name) or {@code PINNED} (exactly this certificate)
 * @param sha256 fingerprint when pinned, 64 hexadecimal digits
 * @param authoritiesPem extra authorities for {@code CHAIN}, PEM, or null for the system's
 */
public record Trust(Mode mode, @Nullable String sha256, @Nullable String authoritiesPem) {

    /** The two ways. */
    public enum Mode { CHAIN, PINNED }
}
