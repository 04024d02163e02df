package org.moothall.net.internal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.PeerCertificate;
import org.moothall.core.Problem;

/** What we need to know of certificates. */
final class Certificates {

    private static final int DNS = 2;
    private static final int IP = 7;

    private Certificates() {}

    static PeerCertificate describe(X509Certificate certificate) {
        return new PeerCertificate(fingerprint(certificate), certificate.getSubjectX500Principal().getName(), certificate.getIssuerX500Principal().getName(),
                names(certificate), certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant(), pem(certificate));
    }

    /** SHA-256 over the certificate, 64 lower-case hexadecimal digits. */
    static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The DNS names and addresses the certificate is for: those of the SAN extension alone, never the common name. */
    static List<String> names(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        Collection<List<?>> alternatives = alternatives(certificate);
        for (List<?> entry : alternatives == null ? List.<List<?>>of() : alternatives) {
            if (entry.get(0) instanceof Integer type && (type == DNS || type == IP) && entry.get(1) instanceof String name) {
                names.add(name);
            }
        }
        return names;
    }

    private static @Nullable Collection<List<?>> alternatives(X509Certificate certificate) {
        try {
            return certificate.getSubjectAlternativeNames();
        } catch (CertificateParsingException e) {
            return null;
        }
    }

    /** Whether one of the names covers this host; a wildcard stands for exactly the first label. */
    static boolean covers(List<String> names, String host) {
        String wanted = plain(host);
        return names.stream().map(Certificates::plain).anyMatch(name -> name.equals(wanted) || wildcard(name, wanted));
    }

    private static boolean wildcard(String name, String host) {
        int dot = host.indexOf('.');
        return name.startsWith("*.") && dot > 0 && name.indexOf('.', 2) > 0 && name.substring(1).equals(host.substring(dot));
    }

    /** Lower case, without brackets and final dot; IPv6 addresses in one spelling. */
    private static String plain(String host) {
        String bare = host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        if (bare.indexOf(':') < 0) {
            return bare;
        }
        try {
            // A literal address: nothing is looked up.
            return java.net.InetAddress.getByName(bare).getHostAddress();
        } catch (java.net.UnknownHostException e) {
            return bare;
        }
    }

    static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificates in these PEM texts. */
    static List<X509Certificate> parse(List<String> pems) {
        List<X509Certificate> found = new ArrayList<>();
        for (String pem : pems) {
            try {
                for (Certificate each : CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))) {
                    if (each instanceof X509Certificate certificate) {
                        found.add(certificate);
                    }
                }
            } catch (CertificateException e) {
                throw Problem.invalid("authoritiesPem", "must be certificates in PEM form (-----BEGIN CERTIFICATE-----).").exception();
            }
        }
        if (found.isEmpty() && !pems.isEmpty()) {
            throw Problem.invalid("authoritiesPem", "holds no certificate (-----BEGIN CERTIFICATE-----).").exception();
        }
        return found;
    }
}
