package org.moothall.meetings.internal.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final AtomicLong now = new AtomicLong(5 * SECOND);
    private int perSecond = 10;
    private final Budget budget = new Budget(() -> perSecond, now::get, now::addAndGet);

    @Test
    void ourOwnRequestsKeepTheBudgetAfterOneSecondsWorth() throws InterruptedException {
        long start = now.get();
        for (int i = 0; i < 110; i++) {
            budget.await();
        }
        assertEquals(10 * SECOND, now.get() - start);
    }

    @Test
    void whatPeopleDoWaitsForNothingAndMakesOurReadingWaitInstead() throws InterruptedException {
        long start = now.get();
        budget.charge(30);
        assertEquals(start, now.get());
        budget.await();
        assertEquals(start + 2 * SECOND + SECOND / 10, now.get());
    }

    @Test
    void requestsThatWereNotMadeAreKeptForOneSecondOnly() throws InterruptedException {
        now.addAndGet(60 * SECOND);
        long start = now.get();
        for (int i = 0; i < 20; i++) {
            budget.await();
        }
        assertEquals(SECOND, now.get() - start);
    }

    @Test
    void aChangedSettingCountsAtOnce() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            budget.await();
        }
        perSecond = 1;
        long start = now.get();
        budget.await();
        budget.await();
        assertEquals(2 * SECOND, now.get() - start);
    }
}
