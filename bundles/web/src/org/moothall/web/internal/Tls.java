package org.moothall.web.internal;

import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CRL;
import java.util.Collection;
import java.util.HexFormat;

import javax.net.ssl.TrustManager;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The inbound TLS policy: 1.2 and 1.3, forward secrecy and authenticated encryption only. */
final class Tls {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final String[] SUITES = {
            "TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256", "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"};
    private static final int PASSWORD_BYTES = 16;

    private Tls() {}

    static SslContextFactory.Server with(KeyStore keys, char[] password) {
        SslContextFactory.Server tls = new Policy();
        use(tls, keys, password);
        tls.setExcludeProtocols();
        tls.setIncludeProtocols(PROTOCOLS);
        tls.setExcludeCipherSuites();
        tls.setIncludeCipherSuites(SUITES);
        tls.setRenegotiationAllowed(false);
        tls.setSniRequired(false);
        return tls;
    }

    static void use(SslContextFactory.Server tls, KeyStore keys, char[] password) {
        tls.setKeyStore(keys);
        tls.setKeyStorePassword(new String(password));
    }

    /** Protects the key store in memory, where the interface demands a password. */
    static char[] newPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).toCharArray();
    }

    /** Clients show no certificates: nobody is to be trusted, and the JDK's authorities need not be read. */
    @NonNullByDefault({})
    private static final class Policy extends SslContextFactory.Server {

        @Override
        protected TrustManager[] getTrustManagers(KeyStore trusted, Collection<? extends CRL> revoked) {
            return new TrustManager[0];
        }
    }
}
