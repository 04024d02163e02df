package org.moothall.node.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.moothall.core.Boundary;
import org.moothall.core.CoreProblem;
import org.moothall.core.Executors;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.net.Https;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** Makes labs and runs a node until it is told to stop. */
@Boundary
public final class NodeApplication implements IApplication {

    private static final int USAGE_ERROR = 2;
    private static final int PORT_TAKEN = 3;
    private static final int FAILED = 1;
    private static final long SERVICES_WITHIN_MILLIS = 20_000;
    private static final long END_WITHIN_SECONDS = 5;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    @Override
    @NonNullByDefault({})
    public Object start(IApplicationContext context) {
        context.applicationRunning();
        Object arguments = context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        try {
            return run(Options.of(arguments instanceof String[] texts ? texts : new String[0]));
        } catch (ProblemException e) {
            err.println(e.problem().detail());
            return e.problem().code() == CoreProblem.UNAVAILABLE ? PORT_TAKEN : USAGE_ERROR;
        } catch (Exception e) {
            err.println("The node failed: " + e);
            return FAILED;
        } finally {
            ended.countDown();
        }
    }

    @Override
    public void stop() {
        stop.countDown();
    }

    private Integer run(Options options) throws IOException, InterruptedException {
        if (options.help()) {
            out.println(Options.USAGE);
            return EXIT_OK;
        }
        if (options.find("--create-lab").isPresent()) {
            Path directory = Path.of(options.find("--create-lab").orElseThrow());
            new LabFactory(directory, Clock.systemUTC()).create((int) options.number("--nodes", 3, 1, 24), options.number("--seed", 1, 0, Long.MAX_VALUE),
                    options.find("--cdr-trust").map(file -> Path.of(file).toAbsolutePath().toString()).orElse("../cdr-trust.pem"));
            out.println("The lab is in " + directory.toAbsolutePath().normalize() + "; credentials.json tells how to reach its nodes.");
            return EXIT_OK;
        }
        Path config = Path.of(options.find("--config").orElseThrow(() -> Problem.invalid("--config", "or --create-lab is needed. --help tells all.").exception()));
        runNode(config.toAbsolutePath(), options);
        return EXIT_OK;
    }

    private void runNode(Path file, Options options) throws IOException, InterruptedException {
        NodeConfig config = NodeConfig.read(file);
        BundleContext bundles = FrameworkUtil.getBundle(NodeApplication.class).getBundleContext();
        Path folder = file.resolveSibling(".").normalize();
        try (NodeRuntime node = new NodeRuntime(config, folder, service(bundles, Clock.class), service(bundles, Https.class), service(bundles, Executors.class))) {
            int port = node.open();
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("node-stop").unstarted(this::stopAndWait));
            String url = "https://" + config.address() + ":" + port;
            out.println(config.name() + " answers on " + url);
            if (options.find("--ready-file").isPresent()) {
                String ready = "{\"name\":\"" + config.name() + "\",\"url\":\"" + url + "\",\"pid\":" + ProcessHandle.current().pid() + "}\n";
                PrivateFiles.write(Path.of(options.find("--ready-file").orElseThrow()).toAbsolutePath(), ready.getBytes(java.nio.charset.StandardCharsets.UTF_8), false);
            }
            stop.await();
        }
    }

    private void stopAndWait() {
        stop.countDown();
        try {
            if (!ended.await(END_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                err.println("The node did not end in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T service(BundleContext bundles, Class<T> type) throws InterruptedException {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(bundles, type, null);
        tracker.open();
        T found = tracker.waitForService(SERVICES_WITHIN_MILLIS);
        if (found == null) {
            throw new IllegalStateException("no service " + type.getName() + "; the installation is not complete");
        }
        return found;
    }
}
