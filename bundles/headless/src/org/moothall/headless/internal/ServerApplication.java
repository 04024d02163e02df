package org.moothall.headless.internal;

import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.moothall.core.Boundary;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** Runs the server until it is told to stop. */
@Boundary
public final class ServerApplication implements IApplication {

    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    @NonNullByDefault({})
    public Object start(IApplicationContext context) throws InterruptedException {
        context.applicationRunning();
        try {
            Object words = context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
            Arguments arguments = Arguments.parse(List.of((String[]) words));
            if (arguments.help()) {
                Console.say(Arguments.HELP);
                return EXIT_OK;
            }
            return run(arguments, FrameworkUtil.getBundle(ServerApplication.class).getBundleContext());
        } catch (Refusal refusal) {
            Console.complain(refusal.getMessage());
            return refusal.exitCode().code();
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    private Object run(Arguments arguments, BundleContext bundles) throws InterruptedException {
        try (RunningServer server = RunningServer.start(arguments, bundles)) {
            GracefulEnd.onSignal(bundles, stopped);
            server.announce();
            server.startTheRest();
            stopped.await();
            return EXIT_OK;
        }
    }
}
