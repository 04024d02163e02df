package org.moothall.node.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Boundary;
import org.moothall.core.CoreProblem;
import org.moothall.core.Executors;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.core.json.Json;
import org.moothall.mediaengine.script.Script;
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

    /** A node that answers, as the ready file tells it. */
    record ReadyNode(String name, String url, long pid) {}

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
            createLab(Path.of(options.find("--create-lab").orElseThrow()).toAbsolutePath().normalize(), options);
            return EXIT_OK;
        }
        runNodes(configs(options), options);
        return EXIT_OK;
    }

    private void createLab(Path directory, Options options) throws IOException {
        LabPlan plan = new LabPlan((int) options.number("--nodes", 3, 1, 24), options.number("--seed", 1, 0, Long.MAX_VALUE),
                options.find("--cdr-trust").map(NodeApplication::absolute).orElse("../cdr-trust.pem"), script(directory, options),
                options.find("--scenario").isPresent() ? absolute(options.find("--scenario").orElseThrow()) : null);
        new LabFactory(directory, Clock.systemUTC()).create(plan);
        out.println("The lab is in " + directory + "; credentials.json tells how to reach its nodes.");
    }

    /** The script that the lab is to play, made when it is to be a large one. */
    private static @Nullable String script(Path directory, Options options) throws IOException {
        if (options.find("--script").isPresent()) {
            return absolute(options.find("--script").orElseThrow());
        }
        if (options.find("--meetings").isEmpty()) {
            return null;
        }
        int meetings = (int) options.number("--meetings", 1, 1, 10_000);
        int people = (int) options.number("--people", 24L * meetings, 1, 200_000);
        Script script = Script.officeDay().grown(meetings, people, (int) options.number("--calm", 1, 1, 1_000));
        Files.createDirectories(directory);
        Files.write(directory.resolve("script.json"), Json.lenient().writerWithDefaultPrettyPrinter().writeValueAsBytes(script));
        return "../script.json";
    }

    private static List<Path> configs(Options options) throws IOException {
        if (options.find("--lab").isEmpty()) {
            return List.of(Path
                    .of(options.find("--config")
                            .orElseThrow(() -> Problem.invalid("--config", "or --lab or --create-lab is needed. --help tells all.").exception()))
                    .toAbsolutePath());
        }
        Path lab = Path.of(options.find("--lab").orElseThrow()).toAbsolutePath();
        if (!Files.isDirectory(lab)) {
            throw Problem.invalid("--lab", lab + " is no folder.").exception();
        }
        try (Stream<Path> folders = Files.list(lab)) {
            return folders.map(folder -> folder.resolve("node.json")).filter(Files::exists).sorted(Comparator.comparing(Path::toString)).toList();
        }
    }

    private void runNodes(List<Path> files, Options options) throws IOException, InterruptedException {
        BundleContext bundles = FrameworkUtil.getBundle(NodeApplication.class).getBundleContext();
        List<NodeHost> nodes = new ArrayList<>();
        try {
            for (Path file : files) {
                nodes.add(
                        new NodeHost(NodeConfig.read(file), file.resolveSibling(".").normalize(), service(bundles, Clock.class), service(bundles, Https.class),
                                service(bundles, Executors.class)));
            }
            List<ReadyNode> ready = new ArrayList<>();
            for (NodeHost node : nodes) {
                String url = "https://" + node.config().address() + ":" + node.open(nodes);
                ready.add(new ReadyNode(node.config().name(), url, ProcessHandle.current().pid()));
                out.println(node.config().name() + " answers on " + url);
            }
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("node-stop").unstarted(this::stopAndWait));
            if (options.find("--ready-file").isPresent()) {
                Object content = options.find("--lab").isPresent() ? Map.of("nodes", ready) : ready.getFirst();
                PrivateFiles.write(Path.of(options.find("--ready-file").orElseThrow()).toAbsolutePath(), Json.lenient().writeValueAsBytes(content), false);
            }
            stop.await();
        } finally {
            nodes.forEach(NodeHost::close);
        }
    }

    private static String absolute(String file) {
        return Path.of(file).toAbsolutePath().toString();
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
