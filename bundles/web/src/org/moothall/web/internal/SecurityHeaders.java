package org.moothall.web.internal;

import jakarta.servlet.http.HttpServletResponse;

/** What every answer tells a browser: store nothing, guess nothing, frame nothing, come back over HTTPS. */
final class SecurityHeaders {

    private SecurityHeaders() {}

    static void set(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Strict-Transport-Security", "max-age=31536000");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }
}
