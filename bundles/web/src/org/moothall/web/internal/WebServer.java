package org.moothall.web.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.moothall.core.Boundary;
import org.moothall.core.Executors;
import org.moothall.core.Instance;
import org.moothall.core.Problem;
import org.moothall.web.WebProblem;
import org.moothall.web.WebRuntime;
import org.moothall.web.internal.tls.ServerCertificate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the port once all is in place, keeps the certificate fresh, closes the port. */
@Component(service = WebRuntime.class)
@Boundary
public final class WebServer implements WebRuntime {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    private final ServletEngine engine;
    private final Readiness readiness;
    private final ServerCertificate certificate;
    private final ScheduledExecutorService scheduler;
    private final char[] password = Tls.newPassword();
    private @Nullable HttpsListener listener;

    /** Made by the component runtime. */
    @Activate
    public WebServer(@Reference Instance instance, @Reference Clock clock, @Reference Executors executors, @Reference ServletEngine engine,
            @Reference Readiness readiness) {
        this.engine = engine;
        this.readiness = readiness;
        this.certificate = new ServerCertificate(instance.directory("tls"), clock);
        this.scheduler = executors.scheduler("web-certificate");
    }

    @Deactivate
    synchronized void close() {
        scheduler.shutdownNow();
        HttpsListener open = listener;
        if (open != null) {
            listener = null;
            open.close();
        }
    }

    @Override
    public Path authority() {
        return certificate.authorityFile();
    }

    @Override
    public synchronized URI open(String address, int port, Duration patience) {
        if (listener != null) {
            throw new IllegalStateException("The port is open already.");
        }
        long deadline = System.nanoTime() + patience.toNanos();
        publishResources();
        SslContextFactory.Server tls = Tls.with(certificate.keyStore(address, password), password);
        readiness.await(deadline);
        HttpsListener opening = new HttpsListener(jetty(deadline), tls, address, port);
        URI url = opening.open();
        listener = opening;
        scheduler.scheduleWithFixedDelay(() -> renew(tls, address), 1, 1, TimeUnit.DAYS);
        return url;
    }

    private void publishResources() {
        try {
            engine.publishResources();
        } catch (IOException e) {
            throw Problem.of(WebProblem.NOT_READY, "The REST whiteboard cannot be configured: " + e.getMessage()).exception();
        }
    }

    private Server jetty(long deadline) {
        CompletableFuture<Server> server = engine.server();
        try {
            return server.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw Problem.of(WebProblem.NOT_READY, "The servlet engine did not start; the log says why.").exception();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(WebProblem.NOT_READY, "The start was interrupted.").exception();
        }
    }

    private void renew(SslContextFactory.Server tls, String address) {
        try {
            if (certificate.due(address)) {
                tls.reload(factory -> Tls.use(tls, certificate.keyStore(address, password), password));
            }
        } catch (Exception e) {
            LOG.error("The server certificate could not be renewed; it is tried again tomorrow.", e);
        }
    }
}
