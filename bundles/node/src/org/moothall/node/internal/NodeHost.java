package org.moothall.node.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Boundary;
import org.moothall.core.Executors;
import org.moothall.mediaengine.callbridge.CallBridge;
import org.moothall.net.Https;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A node of this process, which can end and start again while the process goes on. Thread-safe. */
@Boundary
final class NodeHost implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NodeHost.class);

    private final NodeConfig config;
    private final Path folder;
    private final Clock clock;
    private final Https https;
    private final Executors executors;
    private final ScheduledExecutorService scheduler;
    private List<NodeHost> others = List.of();
    private volatile @Nullable NodeRuntime running;
    private boolean closed;

    NodeHost(NodeConfig config, Path folder, Clock clock, Https https, Executors executors) {
        this.config = config;
        this.folder = folder;
        this.clock = clock;
        this.https = https;
        this.executors = executors;
        this.scheduler = executors.scheduler("node-host");
    }

    NodeConfig config() {
        return config;
    }

    /** Starts the node. @param neighbours the nodes of this process, this one included. Returns the port. Problem: {@code core.unavailable} */
    synchronized int open(List<NodeHost> neighbours) {
        others = neighbours.stream().filter(other -> other != this).toList();
        return start();
    }

    /** Ends the node at once and starts it again after this long. */
    void restart(Duration down) {
        scheduler.execute(this::crash);
        scheduler.schedule(this::again, down.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized int start() {
        NodeRuntime runtime = new NodeRuntime(config, folder, clock, https, executors, this::restart);
        others.forEach(other -> runtime.bridge().neighbour(other.config.id(), other::bridge));
        int port = runtime.open();
        running = runtime;
        return port;
    }

    private synchronized void crash() {
        NodeRuntime runtime = running;
        running = null;
        if (runtime != null) {
            runtime.close();
        }
    }

    private synchronized void again() {
        try {
            if (!closed && running == null) {
                start();
            }
        } catch (Exception e) {
            LOG.error("{} did not start again", config.name(), e);
        }
    }

    private Optional<CallBridge> bridge() {
        NodeRuntime runtime = running;
        return runtime == null ? Optional.empty() : Optional.of(runtime.bridge());
    }

    @Override
    public synchronized void close() {
        closed = true;
        scheduler.shutdownNow();
        crash();
    }
}
