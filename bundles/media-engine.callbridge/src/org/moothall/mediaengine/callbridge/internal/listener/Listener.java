package org.moothall.mediaengine.callbridge.internal.listener;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.moothall.core.Boundary;
import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.mediaengine.callbridge.CallBridgeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTPS port of a bridge: TLS 1.2 and 1.3 only. */
@Boundary
public final class Listener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final int THREADS = 32;
    private static final long IDLE_MILLIS = TimeUnit.MINUTES.toMillis(5);
    private static final long STOP_MILLIS = 300;
    private static final int MOST_TEXT = 1 << 20;

    private final Server server;
    private final ServerConnector connector;

    private Listener(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /** Opens the port. Problem: {@code core.unavailable} when it cannot be opened. */
    public static Listener open(CallBridgeSettings settings, RequestHandler requests, EventsDoor events) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
        threads.setName("listener");
        Server server = new Server(threads);
        server.setStopTimeout(STOP_MILLIS);
        ServerConnector connector = connector(server, settings);
        WebSocketUpgradeHandler sockets = WebSocketUpgradeHandler.from(server, container -> {
            container.setIdleTimeout(Duration.ZERO);
            container.setMaxTextMessageSize(MOST_TEXT);
            container.addMapping("/events/v1", (request, response, callback) -> EventsSocket.open(events, request, response, callback));
        });
        sockets.setHandler((Handler) requests);
        server.setHandler(sockets);
        server.addConnector(connector);
        start(server, settings);
        return new Listener(server, connector);
    }

    private static void start(Server server, CallBridgeSettings settings) {
        try {
            server.start();
        } catch (Exception e) {
            stop(server);
            throw new ProblemException(Problem.of(CoreProblem.UNAVAILABLE, "The port " + settings.port() + " on " + settings.bindAddress()
                    + " cannot be opened: another program uses it, or it is not allowed. End that program or change the port in the configuration."), e);
        }
    }

    private static ServerConnector connector(Server server, CallBridgeSettings settings) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(settings.keys());
        tls.setKeyStorePassword(settings.keyPassword().reveal());
        tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        tls.setSniRequired(false);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        SecureRequestCustomizer secure = new SecureRequestCustomizer();
        secure.setSniHostCheck(false);
        http.addCustomizer(secure);
        ServerConnector connector = new ServerConnector(server, 1, 1, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(http));
        connector.setHost(settings.bindAddress());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        return connector;
    }

    /** The port that is open. */
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        connector.close(); // first nobody new: who comes in while the rest stops would wait for ever
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (TimeoutException e) {
            LOG.debug("Connections were cut off");
        } catch (Exception e) {
            LOG.warn("The listener did not stop cleanly: {}", e.getMessage());
        }
    }
}
