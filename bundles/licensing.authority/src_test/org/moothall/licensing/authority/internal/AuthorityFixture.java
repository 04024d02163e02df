package org.moothall.licensing.authority.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;

import org.junit.jupiter.api.function.Executable;
import org.moothall.core.ProblemCode;
import org.moothall.core.ProblemException;
import org.moothall.licensing.authority.Account;
import org.moothall.licensing.authority.Accounts;
import org.moothall.licensing.authority.Instances;
import org.moothall.licensing.authority.Licences;
import org.moothall.licensing.authority.Registrations;
import org.moothall.licensing.authority.VirtualAccount;
import org.moothall.licensing.authority.internal.store.StoredAccounts;
import org.moothall.licensing.authority.internal.store.StoredInstances;
import org.moothall.licensing.authority.internal.store.StoredRegistrations;
import org.moothall.store.Store;
import org.moothall.testkit.ManualClock;
import org.moothall.testkit.MemoryVault;
import org.moothall.testkit.RecordedEvents;
import org.moothall.testkit.store.Engine;

/** An authority on a store of its own, with an account that may reserve and a virtual account with 10 licences of each kind. */
final class AuthorityFixture implements AutoCloseable {

    static final Licences TEN = new Licences(10, 10, 10, 10);

    final ManualClock clock = new ManualClock();
    final RecordedEvents events = new RecordedEvents();
    final Accounts accounts;
    final Instances instances;
    final Registrations registrations;
    final Account account;
    final VirtualAccount virtual;
    private final Store store;

    AuthorityFixture(Engine engine, Path directory) {
        store = engine.open(directory);
        accounts = new StoredAccounts(store, events, clock);
        instances = new StoredInstances(store, new AuthorityKey(new MemoryVault()), events, clock);
        registrations = new StoredRegistrations(store, events, clock);
        account = accounts.add("Harbour hospital", true);
        virtual = accounts.add(account.id(), "North wing", TEN);
    }

    /** What of the virtual account is free. */
    Licences free() {
        return accounts.find(virtual.id()).orElseThrow().free();
    }

    /** This is refused as this problem; the detail that people read. */
    static String refused(ProblemCode problem, Executable what) {
        ProblemException e = assertThrows(ProblemException.class, what);
        assertEquals(problem, e.problem().code(), e.problem().detail());
        return e.problem().detail();
    }

    @Override
    public void close() {
        store.close();
    }
}
