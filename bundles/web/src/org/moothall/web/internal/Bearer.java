package org.moothall.web.internal;

import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;

/** The token of an {@code Authorization} header. @spec RFC 6750 §2.1 */
final class Bearer {

    private static final String SCHEME = "Bearer ";
    private static final int MAX_LENGTH = 512;

    private Bearer() {}

    static Optional<String> token(@Nullable String header) {
        if (header == null || header.length() > MAX_LENGTH || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String token = header.substring(SCHEME.length()).strip();
        return token.matches("[A-Za-z0-9._~+/-]+=*") ? Optional.of(token) : Optional.empty();
    }
}
