package org.moothall.client;

import java.net.URI;
import java.util.Locale;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.core.TrustPolicy;

/**
 * Which server to speak with.
 *
 * @param base {@code https://host[:port]}, nothing after it
 * @param trust how its certificate is judged
 */
public record ServerAddress(URI base, TrustPolicy trust) {

    private static final int DEFAULT_PORT = 443;

    /** {@code core.invalid-input} on the field {@code server} when {@code base} is no such address. */
    public ServerAddress {
        @Nullable String host = base.getHost();
        if (!"https".equals(base.getScheme()) || host == null || host.isEmpty() || base.getRawUserInfo() != null) {
            throw refused();
        }
        base = URI.create("https://" + host.toLowerCase(Locale.ROOT) + (base.getPort() < 0 ? "" : ":" + base.getPort()));
    }

    /**
     * The server that people mean by this text: {@code host}, {@code host:port}, {@code [IPv6]:port}, with or without
     * {@code https://} and whatever follows the address. Throws {@code core.invalid-input} on the field {@code server}.
     */
    public static ServerAddress of(String text, TrustPolicy trust) {
        String trimmed = text.trim();
        try {
            return new ServerAddress(URI.create(trimmed.contains("://") ? trimmed : "https://" + trimmed), trust);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    /** The same server, its certificate judged like this. */
    public ServerAddress trusting(TrustPolicy other) {
        return new ServerAddress(base, other);
    }

    /** Its name or address; IPv6 without brackets. */
    public String host() {
        String host = base.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Its port. */
    public int port() {
        return base.getPort() < 0 ? DEFAULT_PORT : base.getPort();
    }

    private static RuntimeException refused() {
        return Problem.invalid("server", "must be the address of a Moothall server, for example https://moothall.example.org:8443.").exception();
    }
}
