package org.moothall.net.internal;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.TrustPolicy;

/**
 * The one place that judges certificates of others. It belongs to one peer and knows its name, and it is an extended trust
 * manager, so that nothing is added to or taken from its judgement; no switch of the whole JVM is touched.
 */
@NonNullByDefault({})
final class PeerTrust extends X509ExtendedTrustManager {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final Judgement judgement;
    private volatile @Nullable X509Certificate seen;

    private PeerTrust(Judgement judgement) {
        this.judgement = judgement;
    }

    /** Judges one chain. */
    private interface Judgement {
        void judge(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException;
    }

    static PeerTrust of(TrustPolicy policy, URI base) {
        CertificateProblems problems = new CertificateProblems(base);
        return switch (policy) {
            case TrustPolicy.Pinned pinned -> pinned(pinned.sha256(), problems);
            case TrustPolicy.Chain chained -> chained(chainCheck(chained), problems, base.getHost());
        };
    }

    private static PeerTrust pinned(String sha256, CertificateProblems problems) {
        return new PeerTrust((chain, authType, engine) -> {
            if (!Certificates.fingerprint(chain[0]).equals(sha256)) {
                throw problems.changed(chain[0], sha256);
            }
        });
    }

    private static PeerTrust chained(X509ExtendedTrustManager chainCheck, CertificateProblems problems, String host) {
        return new PeerTrust((chain, authType, engine) -> judgeChain(chainCheck, problems, host, chain, authType, engine));
    }

    private static void judgeChain(X509ExtendedTrustManager chainCheck, CertificateProblems problems, String host, X509Certificate[] chain, String authType,
            SSLEngine engine) throws CertificateException {
        X509Certificate leaf = chain[0];
        problems.checkValidity(leaf);
        if (!Certificates.covers(Certificates.names(leaf), host)) {
            throw problems.otherName(leaf);
        }
        try {
            chainCheck.checkServerTrusted(chain, authType, engine);
        } catch (CertificateException e) {
            throw problems.unknownAuthority(leaf, e);
        }
    }

    private static X509ExtendedTrustManager chainCheck(TrustPolicy.Chain policy) {
        try {
            X509ExtendedTrustManager system = manager(null);
            List<X509Certificate> extra = Certificates.parse(policy.authoritiesPem());
            if (extra.isEmpty()) {
                return system;
            }
            KeyStore both = KeyStore.getInstance(KeyStore.getDefaultType());
            both.load(null, null);
            int number = 0;
            for (X509Certificate each : system.getAcceptedIssuers()) {
                both.setCertificateEntry("system-" + number++, each);
            }
            for (X509Certificate each : extra) {
                both.setCertificateEntry("extra-" + number++, each);
            }
            return manager(both);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509ExtendedTrustManager manager(@Nullable KeyStore authorities) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(authorities);
        for (TrustManager each : factory.getTrustManagers()) {
            if (each instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new IllegalStateException("no PKIX trust manager");
    }

    SSLContext context() {
        return context(this);
    }

    static SSLContext context(X509TrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static SSLParameters parameters() {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(PROTOCOLS);
        return parameters;
    }

    /** The certificate that the peer showed last and that was accepted. */
    Optional<X509Certificate> seen() {
        return Objects.requireNonNull(Optional.ofNullable(seen));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
        judgement.judge(chain, authType, engine);
        seen = chain[0];
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
        throw new CertificateException("only engines are judged");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("only engines are judged");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
        throw new CertificateException("no client is judged here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
        throw new CertificateException("no client is judged here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("no client is judged here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
