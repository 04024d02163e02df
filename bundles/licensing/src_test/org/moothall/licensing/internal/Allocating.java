package org.moothall.licensing.internal;

import org.moothall.licensing.Licensing;
import org.moothall.store.Store;
import org.moothall.testkit.ManualClock;

/** Licensing without clusters, for tests of what allocates. */
public final class Allocating implements AutoCloseable {

    private final Deployment deployment;

    /** On this store. */
    public Allocating(Store store, ManualClock clock) {
        deployment = new Deployment("here", store, new FakeServers(), clock);
    }

    /** Its service. */
    public Licensing licensing() {
        return deployment.licensing;
    }

    @Override
    public void close() {
        deployment.close();
    }
}
