package org.moothall.testkit.store;

import org.moothall.core.Executors;
import org.moothall.store.Store;

/** A store in which nothing is yet; opened again it is the same one, with what was written meanwhile. */
@FunctionalInterface
public interface EmptyStore {

    /** Opens it on these threads; whoever opens it closes it. */
    Store open(Executors threads);
}
