package org.moothall.webhooks.internal;

import java.net.URI;
import java.net.URISyntaxException;

import org.moothall.core.Problem;
import org.moothall.core.ProblemException;

/** Where events are posted. @param base {@code https://host:port} @param path with query */
record Target(URI base, String path) {

    private static final int LONGEST = 2_000;
    private static final int DEFAULT_PORT = 443;

    static Target of(String url) {
        if (url.length() > LONGEST) {
            throw refused("must have at most " + LONGEST + " characters.");
        }
        try {
            URI uri = new URI(url.strip());
            if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
                throw refused("must begin with https:// and a host.");
            }
            if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
                throw refused("must hold neither a password nor a fragment: what is sent is signed instead.");
            }
            String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return new Target(URI.create("https://" + uri.getHost() + ":" + (uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort())),
                    uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
        } catch (URISyntaxException e) {
            throw refused("is no address: " + e.getReason() + ".");
        }
    }

    /** How people call it. */
    String host() {
        return base.getHost();
    }

    private static ProblemException refused(String why) {
        return Problem.invalid("url", why).exception();
    }
}
