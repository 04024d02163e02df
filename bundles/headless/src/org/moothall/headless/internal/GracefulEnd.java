package org.moothall.headless.internal;

import java.util.concurrent.CountDownLatch;

import org.osgi.framework.BundleContext;
import org.osgi.framework.launch.Framework;

/** SIGTERM and Ctrl-C stop every component in order before the process ends, within the time that supervisors grant. */
final class GracefulEnd {

    private static final long PATIENCE_MILLIS = 4_500;

    private GracefulEnd() {}

    static void onSignal(BundleContext bundles, CountDownLatch stopped) {
        Framework framework = bundles.getBundle(0).adapt(Framework.class);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("server-end").unstarted(() -> end(framework, stopped)));
    }

    private static void end(Framework framework, CountDownLatch stopped) {
        stopped.countDown();
        try {
            framework.stop();
            framework.waitForStop(PATIENCE_MILLIS);
        } catch (org.osgi.framework.BundleException e) {
            Console.complain("The server did not stop cleanly: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
