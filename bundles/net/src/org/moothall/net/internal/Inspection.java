package org.moothall.net.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.PeerCertificate;
import org.moothall.core.Problem;
import org.moothall.net.NetProblem;

/** Looks at a peer's certificate: the handshake ends as soon as the certificate was seen, so nothing is ever sent. */
final class Inspection {

    private final String host;
    private final int port;
    private final Duration timeout;
    private final Failures failures;

    Inspection(String host, int port, Duration timeout) {
        this.host = host.replaceAll("^\\[|\\]$", "");
        this.port = port;
        this.timeout = timeout;
        this.failures = new Failures(host, port, timeout);
    }

    PeerCertificate certificate() {
        AtomicReference<@Nullable X509Certificate> shown = new AtomicReference<>();
        CompletableFuture<Boolean> finished = new CompletableFuture<>();
        try (Socket plain = new Socket()) {
            // Limits the whole, not each read: a peer that drips its handshake is cut off too.
            finished.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS).exceptionally(late -> cut(plain));
            look(plain, shown);
        } catch (IOException e) {
            X509Certificate certificate = shown.get();
            if (certificate != null) {
                return Certificates.describe(certificate);
            }
            throw finished.isCompletedExceptionally() ? failures.timeout() : failures.problem(e);
        } finally {
            finished.complete(true);
        }
        throw Problem.of(NetProblem.NOT_UNDERSTOOD, host + ":" + port + " showed no certificate.").exception();
    }

    private void look(Socket plain, AtomicReference<@Nullable X509Certificate> shown) throws IOException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UnknownHostException(host);
        }
        plain.connect(address, (int) timeout.toMillis());
        plain.setSoTimeout((int) timeout.toMillis());
        try (SSLSocket tls = (SSLSocket) PeerTrust.context(new Look(shown)).getSocketFactory().createSocket(plain, host, port, true)) {
            tls.setSSLParameters(PeerTrust.parameters());
            tls.startHandshake();
        }
    }

    private static boolean cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return false;
    }

    /** Remembers the certificate and refuses it. */
    @NonNullByDefault({})
    private static final class Look extends X509ExtendedTrustManager {
        private final AtomicReference<@Nullable X509Certificate> shown;

        Look(AtomicReference<@Nullable X509Certificate> shown) {
            this.shown = shown;
        }

        private void seen(X509Certificate[] chain) throws CertificateException {
            shown.set(chain[0]);
            throw new CertificateException("seen");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
            seen(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
            seen(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            seen(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
            seen(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
            seen(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            seen(chain);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
