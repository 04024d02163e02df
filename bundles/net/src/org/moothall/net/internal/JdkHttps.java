package org.moothall.net.internal;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.moothall.core.DataSize;
import org.moothall.core.PeerCertificate;
import org.moothall.core.Problem;
import org.moothall.core.TrustPolicy;
import org.moothall.net.Https;
import org.moothall.net.HttpsPeer;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** HTTPS by the client of the JDK: one client a peer, because each peer has its own trust. */
@Component
public final class JdkHttps implements Https {

    private final Set<JdkPeer> open = ConcurrentHashMap.newKeySet();

    @Override
    public HttpsPeer peer(PeerSettings settings) {
        check(settings.base());
        return opened(settings);
    }

    @Override
    public HttpsPeer plainPeer(URI base, Duration timeout) {
        if (!"http".equals(base.getScheme()) || base.getHost() == null || base.getUserInfo() != null) {
            throw Problem.invalid("address", "must be http://host or http://host:port, an IPv6 address in brackets.").exception();
        }
        return opened(new PeerSettings(base, null, TrustPolicy.systemChain(), timeout, DataSize.ofMebibytes(1), 1));
    }

    private HttpsPeer opened(PeerSettings settings) {
        JdkPeer peer = new JdkPeer(settings, open::remove);
        open.add(peer);
        return peer;
    }

    @Override
    public PeerCertificate inspect(String host, int port, Duration timeout) {
        return new Inspection(host, port, timeout).certificate();
    }

    /** Ends all connections. */
    @Deactivate
    public void close() {
        open.forEach(JdkPeer::close);
    }

    private static void check(URI base) {
        if (!"https".equals(base.getScheme()) || base.getHost() == null || base.getUserInfo() != null) {
            throw Problem.invalid("address", "must be https://host or https://host:port, an IPv6 address in brackets.").exception();
        }
    }
}
