package org.moothall.mediaengine.callbridge.internal.cdr;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.DataSize;
import org.moothall.core.ProblemException;
import org.moothall.core.TrustPolicy;
import org.moothall.net.Https;
import org.moothall.net.HttpsPeer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one receiver its records over a kept connection, batch by batch, until each is acknowledged. Runs on a thread of its own. */
final class CdrSender implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(CdrSender.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final long IDLE_MILLIS = 1_000;

    private final Https https;
    private final URI receiver;
    private final Path trust;
    private final Batches queue;
    private final Consumer<Boolean> reachable;
    private @Nullable HttpsPeer connection;
    private volatile boolean stopped;
    private volatile boolean away;

    /** @param trust PEM file, read at each connect; @param reachable hears each change */
    CdrSender(Https https, URI receiver, Path trust, Batches queue, Consumer<Boolean> reachable) {
        this.https = https;
        this.receiver = receiver;
        this.trust = trust;
        this.queue = queue;
        this.reachable = reachable;
    }

    void stop() {
        stopped = true;
    }

    /** Whether there is nothing to send, or nobody to send it to. Exact. */
    boolean idle() {
        return stopped || away || queue.done();
    }

    @Override
    public void run() {
        BackOff backOff = new BackOff();
        try {
            while (!stopped) {
                byte[] batch = queue.next(IDLE_MILLIS);
                if (batch.length > 0 && deliver(batch)) {
                    backOff.reset();
                } else if (batch.length > 0) {
                    Thread.sleep(backOff.next());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            disconnect();
        }
    }

    private boolean deliver(byte[] batch) {
        try {
            int status = connected().sendForStatus(new HttpsPeer.Request("POST", path(), Map.of("Content-Type", "text/xml"), batch)).status();
            if (status / 100 == 2) {
                away = false;
                reachable.accept(true);
                queue.acknowledged();
                return true;
            }
            LOG.debug("CDR receiver {} answered {}", receiver.getAuthority(), status);
        } catch (ProblemException | IOException | IllegalArgumentException e) {
            LOG.debug("CDR receiver {} not reached: {}", receiver.getAuthority(), e.getMessage());
        }
        disconnect();
        reachable.accept(false);
        away = true;
        return false;
    }

    private HttpsPeer connected() throws IOException {
        HttpsPeer open = connection;
        if (open == null) {
            URI base = URI.create(receiver.getScheme() + "://" + receiver.getRawAuthority());
            open = "https".equals(receiver.getScheme()) ? https.peer(verified(base)) : https.plainPeer(base, TIMEOUT);
            connection = open;
        }
        return open;
    }

    private Https.PeerSettings verified(URI base) throws IOException {
        return new Https.PeerSettings(base, null, new TrustPolicy.Chain(List.of(Files.readString(trust))), TIMEOUT, DataSize.ofMebibytes(1), 1);
    }

    private String path() {
        String path = receiver.getRawPath();
        String query = receiver.getRawQuery();
        return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }

    private void disconnect() {
        HttpsPeer open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }
}
