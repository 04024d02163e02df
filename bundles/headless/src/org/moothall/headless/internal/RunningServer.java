package org.moothall.headless.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Credentials;
import org.moothall.core.Instance;
import org.moothall.core.ProblemException;
import org.moothall.security.FirstAdministrator;
import org.moothall.web.ListenAddress;
import org.moothall.web.WebProblem;
import org.moothall.web.WebRuntime;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.util.tracker.ServiceTracker;

/** The server from the moment its state directory is taken until its port is closed. */
final class RunningServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String NAME = "admin";
    /** One above the level that the framework starts with; {@code server.product} puts bundles there. */
    private static final int LAST_START_LEVEL = 7;
    /** Only who is a licensing authority goes on to this level. */
    private static final int AUTHORITY_START_LEVEL = 8;

    private final Arguments arguments;
    private final BundleContext bundles;
    private final DataDirectory data;
    private final ServiceRegistration<Instance> instance;
    private @Nullable URI url;
    private @Nullable Path authority;

    private RunningServer(Arguments arguments, BundleContext bundles, DataDirectory data) {
        this.arguments = arguments;
        this.bundles = bundles;
        this.data = data;
        this.instance = bundles.registerService(Instance.class, data, null);
    }

    /** Takes the data directory, lets the components start and opens the port last. @throws Refusal when it cannot */
    static RunningServer start(Arguments arguments, BundleContext bundles) throws InterruptedException {
        RunningServer server = new RunningServer(arguments, bundles, DataDirectory.take(arguments.data()));
        try {
            server.open();
            return server;
        } catch (ProblemException e) {
            server.close();
            boolean started = e.problem().code() != WebProblem.NOT_READY;
            throw new Refusal(started ? ExitCode.PORT_NOT_USABLE : ExitCode.NOT_STARTED,
                    e.problem().code().title() + ". " + e.problem().detail(), e);
        } catch (Refusal e) {
            server.close();
            throw e;
        }
    }

    /** Starts what the first answer need not wait for: the look for new plug-ins, the service loader's extender. */
    void startTheRest() {
        bundles.getBundle(Constants.SYSTEM_BUNDLE_ID).adapt(FrameworkStartLevel.class)
                .setStartLevel(arguments.authority() ? AUTHORITY_START_LEVEL : LAST_START_LEVEL);
    }

    /** Tells people and scripts that the server answers, and how to sign in the first time. */
    void announce() {
        Optional<FirstAdministrator> administrator = find(FirstAdministrator.class);
        Optional<Credentials> first = administrator.flatMap(FirstAdministrator::find);
        String user = first.map(Credentials::user).orElse(NAME);
        @Nullable String password = first.isEmpty() ? null : first.get().password().reveal();
        URI where = java.util.Objects.requireNonNull(url);
        Path readyFile = arguments.readyFile();
        if (readyFile != null) {
            new ReadyFile(where, user, password, String.valueOf(authority), ProcessHandle.current().pid()).write(readyFile);
        }
        Console.say("Server:        " + where + "\nVerify it with " + authority + "\nAdministrator: " + user
                + (password == null ? "" : "\nFirst password " + password + "  (shown this once: change it)"));
        administrator.ifPresent(FirstAdministrator::handedOver);
    }

    @Override
    public void close() {
        try {
            instance.unregister();
        } catch (IllegalStateException e) {
            // The framework is stopping and has unregistered it already.
        }
        try {
            data.close();
        } catch (IOException e) {
            Console.complain("The lock of the data directory could not be released: " + e.getMessage());
        }
    }

    private void open() throws InterruptedException {
        ServiceTracker<WebRuntime, WebRuntime> tracker = new ServiceTracker<>(bundles, WebRuntime.class, null);
        tracker.open();
        try {
            WebRuntime web = Optional.ofNullable(tracker.waitForService(PATIENCE.toMillis())).orElseThrow(this::notStarted);
            URI where = web.open(arguments.bind(), arguments.port(), PATIENCE);
            url = where;
            bundles.registerService(ListenAddress.class, new ListenAddress(where), null);
            authority = web.authority();
        } finally {
            tracker.close();
        }
    }

    private Refusal notStarted() {
        return new Refusal(ExitCode.NOT_STARTED,
                "The server did not start within " + PATIENCE.toSeconds() + " s. What waits:\n" + new Diagnosis(bundles).waiting());
    }

    private <T> Optional<T> find(Class<T> type) {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(bundles, type, null);
        tracker.open();
        try {
            return Optional.ofNullable(tracker.waitForService(TimeUnit.SECONDS.toMillis(1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            tracker.close();
        }
    }
}
