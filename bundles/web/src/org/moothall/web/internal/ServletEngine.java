package org.moothall.web.internal;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.CompletableFuture;

import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Starts the servlet whiteboard without any port, so that everything can be registered before the first request can come.
 *
 * <p>The whiteboard wants a connector of its own configuration or one from a factory. Ours gives it one that never opens, and
 * so we also learn of the {@link Server} that {@link HttpsListener} opens its port on later. Its own HTTPS connector must be
 * switched on for it to start at all; its host is one that cannot be an address, so it does not open either. It complains of
 * that in the log under {@code org.apache.felix.http}, which the product therefore switches off.
 */
@Component(service = {ConnectorFactory.class, ServletEngine.class}, immediate = true)
public final class ServletEngine implements ConnectorFactory {

    private static final String NO_ADDRESS = "[none]";
    private static final int MAX_THREADS = 64;

    private final ConfigurationAdmin configuration;
    private final Configuration servlets;
    private final CompletableFuture<Server> server = new CompletableFuture<>();

    /** Made by the component runtime. */
    @Activate
    public ServletEngine(@Reference ConfigurationAdmin configuration) throws IOException {
        Dictionary<String, Object> whiteboard = new Hashtable<>();
        whiteboard.put("org.apache.felix.http.enable", false);
        whiteboard.put("org.apache.felix.https.enable", true);
        whiteboard.put("org.apache.felix.http.host", NO_ADDRESS);
        whiteboard.put("org.apache.felix.http.jetty.sendServerHeader", false);
        whiteboard.put("org.apache.felix.http.jetty.threadpool.max", MAX_THREADS);
        whiteboard.put("org.apache.felix.http.mbeans", false);
        this.configuration = configuration;
        servlets = configuration.getConfiguration("org.apache.felix.http", "?");
        servlets.update(whiteboard);
    }

    /**
     * Starts the REST whiteboard. It builds its whole application anew for each resource that comes after its start, so it is
     * started when the resources are there.
     */
    void publishResources() throws IOException {
        Dictionary<String, Object> rest = new Hashtable<>();
        rest.put("jersey.context.path", "api/v1");
        rest.put("jersey.jakartars.whiteboard.name", "moothall");
        rest.put("osgi.http.whiteboard.target", "(org.apache.felix.https.enable=*)");
        configuration.getConfiguration("JakartarsServletWhiteboardRuntimeComponent", "?").updateIfDifferent(rest);
    }

    @Deactivate
    void forget() throws IOException {
        servlets.delete();
    }

    @Override
    @NonNullByDefault({})
    public Connector createConnector(Server ofWhiteboard) {
        server.complete(ofWhiteboard);
        return new Portless(ofWhiteboard);
    }

    /** The server behind the whiteboard, once it runs. */
    CompletableFuture<Server> server() {
        return server;
    }

    /** A connector without a port. */
    private static final class Portless extends ServerConnector {
        Portless(Server server) {
            super(server);
        }

        @Override
        protected void doStart() {
            // There is nothing to open.
        }

        @Override
        protected void doStop() {
            // There is nothing to close.
        }
    }
}
