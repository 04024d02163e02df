package org.moothall.core;

import java.time.Instant;
import java.util.List;

/** A certificate that a peer showed. @param sha256 fingerprint, 64 lower-case hexadecimal digits */
public record PeerCertificate(String sha256, String subject, String issuer, List<String> names, Instant notBefore, Instant notAfter, String pem) {
    public PeerCertificate {
        names = List.copyOf(names);
    }
}
