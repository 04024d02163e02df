package org.moothall.web.internal;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.moothall.core.Boundary;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.web.WebProblem;

/** The one port: HTTPS with bounded headers and idle time. */
@Boundary
final class HttpsListener {

    private static final int MAX_REQUEST_HEAD = 16 * 1_024;
    private static final int MAX_RESPONSE_HEAD = 16 * 1_024;
    /** A client that neither reads nor writes for so long is disconnected; longer than the heartbeat of event streams. */
    private static final long IDLE_MILLIS = 40_000;
    private static final int ACCEPT_QUEUE = 256;

    private final Server server;
    private final ServerConnector connector;

    HttpsListener(Server server, SslContextFactory.Server tls, String address, int port) {
        this.server = server;
        this.connector = new ServerConnector(server, 1, -1, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(limits()));
        connector.setHost(address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setReuseAddress(true);
    }

    URI open() {
        try {
            connector.open();
            server.addConnector(connector);
            connector.start();
            return URI.create("https://" + hostInUrl() + ":" + connector.getLocalPort());
        } catch (Exception e) {
            close();
            throw told(e);
        }
    }

    void close() {
        try {
            connector.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The port does not close.", e);
        } finally {
            server.removeConnector(connector);
        }
    }

    private static HttpConfiguration limits() {
        HttpConfiguration limits = new HttpConfiguration();
        limits.setRequestHeaderSize(MAX_REQUEST_HEAD);
        limits.setResponseHeaderSize(MAX_RESPONSE_HEAD);
        limits.setSendServerVersion(false);
        limits.setSendXPoweredBy(false);
        // Clients reach us by address, by the host's name and through tunnels: the Host header is not held against the SNI.
        limits.addCustomizer(new SecureRequestCustomizer(false));
        return limits;
    }

    private String hostInUrl() {
        String host = connector.getHost();
        if (host == null || host.equals("0.0.0.0") || host.equals("::")) {
            return "localhost";
        }
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host.toLowerCase(Locale.ROOT);
    }

    private ProblemException told(Exception e) {
        String where = connector.getHost() + " port " + connector.getPort();
        String reason = reason(e);
        if (reason.contains("in use")) {
            return problem(WebProblem.PORT_IN_USE, "Another program listens on " + where + ". End it or choose another port.", e);
        }
        if (reason.contains("permission")) {
            return problem(WebProblem.PORT_NOT_ALLOWED, "This user may not listen on " + where + ". Choose a port above 1023.", e);
        }
        if (reason.contains("assign") || unresolved()) {
            return problem(WebProblem.ADDRESS_NOT_HERE, connector.getHost() + " is not an address of this machine.", e);
        }
        return problem(WebProblem.NOT_READY, "The port cannot be opened on " + where + ": " + e.getMessage(), e);
    }

    private boolean unresolved() {
        return connector.getHost() != null && new InetSocketAddress(connector.getHost(), connector.getPort()).isUnresolved();
    }

    private static String reason(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException || cause instanceof SocketException || cause instanceof UnresolvedAddressException) {
                @Nullable String message = cause.getMessage();
                return message == null ? "" : message.toLowerCase(Locale.ROOT);
            }
        }
        return e instanceof IOException && e.getMessage() != null ? e.getMessage().toLowerCase(Locale.ROOT) : "";
    }

    private static ProblemException problem(WebProblem code, String detail, Exception cause) {
        return new ProblemException(Problem.of(code, detail), cause);
    }
}
