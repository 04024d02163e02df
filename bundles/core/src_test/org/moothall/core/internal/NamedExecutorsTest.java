package org.moothall.core.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

class NamedExecutorsTest {

    private final NamedExecutors executors = new NamedExecutors();

    @Test
    void blockingWorkRunsOnlySoManyAtOnce() throws InterruptedException, ExecutionException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ExecutorService two = executors.blocking("two", 2)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                all.add(two.submit(() -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    LockSupport.parkNanos(1);
                    now.decrementAndGet();
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        assertTrue(most.get() <= 2, most::toString);
    }

    @Test
    void aTaskThatWaitsWhenTheExecutorIsStoppedIsCancelled() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        ExecutorService one = executors.blocking("one", 1);
        Future<?> running = one.submit(() -> {
            begun.countDown();
            new CountDownLatch(1).await();
            return null;
        });
        assertTrue(begun.await(10, TimeUnit.SECONDS));
        Future<?> waiting = one.submit(() -> {});
        one.shutdownNow();
        assertThrows(ExecutionException.class, () -> running.get(10, TimeUnit.SECONDS));
        assertThrows(CancellationException.class, () -> waiting.get(10, TimeUnit.SECONDS));
    }

    @Test
    void aFullSerialQueueRefusesTheNextTask() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (ExecutorService serial = executors.serial("serial", 1)) {
            serial.execute(() -> {
                begun.countDown();
                assertTrue(wait(release));
            });
            assertTrue(begun.await(10, TimeUnit.SECONDS));
            serial.execute(() -> {});
            assertThrows(RejectedExecutionException.class, () -> serial.execute(() -> {}));
            release.countDown();
        }
    }

    @Test
    void threadsCarryTheNameOfTheirUser() throws InterruptedException, ExecutionException {
        try (ExecutorService blocking = executors.blocking("polls", 1)) {
            assertEquals("polls-1", blocking.submit(() -> Thread.currentThread().getName()).get());
        }
    }

    private static boolean wait(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
