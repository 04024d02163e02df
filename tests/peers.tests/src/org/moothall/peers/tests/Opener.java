package org.moothall.peers.tests;

import org.moothall.store.Store;
import org.moothall.testkit.TestExecutors;

/** Opens a store that was empty at first, the same one each time. */
@FunctionalInterface
interface Opener {
    Store open(TestExecutors threads);
}
