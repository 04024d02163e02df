package org.moothall.peers.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.moothall.core.ProblemException;
import org.moothall.store.Leases;
import org.moothall.store.Leases.Lease;
import org.moothall.store.Store;
import org.moothall.store.StoreProblem;
import org.moothall.store.Stores;
import org.moothall.testkit.ManualClock;
import org.moothall.testkit.TestExecutors;

/** What leases must do, whatever the engine. */
@Timeout(120)
abstract class LeaseRules {

    private static final String NAME = "test.work";
    private static final Duration TIME = Duration.ofSeconds(30);

    private final ManualClock clock = new ManualClock();
    private final TestExecutors executors = new TestExecutors();
    private final Store store;
    private final Leases here;
    private final Leases there;

    LeaseRules(Opener opener) {
        store = opener.open(executors);
        here = Stores.leases(store, clock, "here");
        there = Stores.leases(store, clock, "there");
    }

    @AfterEach
    void end() {
        store.close();
        executors.close();
    }

    @Test
    void ofTwoInstancesOneHasTheLease() {
        assertTrue(here.acquire(NAME, TIME).isPresent());
        assertTrue(there.acquire(NAME, TIME).isEmpty());
        assertTrue(there.acquire("test.other", TIME).isPresent());
    }

    @Test
    void aLeaseThatRanOutGoesToTheOtherWithANewToken() {
        Lease first = here.acquire(NAME, TIME).orElseThrow();
        clock.advance(TIME);
        Lease second = there.acquire(NAME, TIME).orElseThrow();
        assertTrue(second.token() > first.token());
        assertTrue(here.renew(first, TIME).isEmpty());
        assertTrue(here.acquire(NAME, TIME).isEmpty());
    }

    @Test
    void aRenewedLeaseStays() {
        Lease lease = here.acquire(NAME, TIME).orElseThrow();
        clock.advance(TIME.dividedBy(2));
        assertEquals(clock.instant().plus(TIME), here.renew(lease, TIME).orElseThrow().expires());
        clock.advance(TIME.dividedBy(2));
        assertTrue(there.acquire(NAME, TIME).isEmpty());
    }

    @Test
    void aReleasedLeaseIsFreeAtOnceButItsTokenIsNotUsedAgain() {
        Lease first = here.acquire(NAME, TIME).orElseThrow();
        here.release(first);
        assertTrue(there.acquire(NAME, TIME).orElseThrow().token() > first.token());
        here.release(first);
        assertTrue(here.acquire(NAME, TIME).isEmpty());
    }

    @Test
    void aRestartedInstanceTakesItsOwnLeaseBack() {
        Lease before = here.acquire(NAME, TIME).orElseThrow();
        assertTrue(Stores.leases(store, clock, "here").acquire(NAME, TIME).orElseThrow().token() > before.token());
    }

    @Test
    void aLateWriteOfTheFormerHolderIsRefused() {
        Lease first = here.acquire(NAME, TIME).orElseThrow();
        assertEquals("written", write(here, first));
        clock.advance(TIME);
        Lease second = there.acquire(NAME, TIME).orElseThrow();
        ProblemException refused = assertThrows(ProblemException.class, () -> write(here, first));
        assertEquals(StoreProblem.LEASE_LOST, refused.problem().code());
        assertEquals("written", write(there, second));
    }

    private String write(Leases leases, Lease lease) {
        return store.writeAndWait(connection -> {
            leases.guard(connection, lease);
            return "written";
        });
    }
}
