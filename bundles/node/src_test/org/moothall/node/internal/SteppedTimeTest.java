package org.moothall.node.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moothall.core.Mailbox;
import org.moothall.testkit.SteppedTime;

/** The time of the tests that live through years: whoever relies on it relies on these. */
class SteppedTimeTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final SteppedTime time = new SteppedTime();
    private final Instant begin = time.clock().instant();
    private final List<String> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        time.close();
    }

    @Test
    void whatIsDueIsDoneInItsOrderWhoeverDoesIt() {
        ScheduledExecutorService one = time.executors().scheduler("one");
        ScheduledExecutorService other = time.executors().scheduler("other");
        one.schedule(() -> done.add("third"), 30, TimeUnit.MINUTES);
        other.schedule(() -> done.add("first"), 10, TimeUnit.MINUTES);
        one.schedule(() -> done.add("second"), 20, TimeUnit.MINUTES);
        other.schedule(() -> done.add("tomorrow"), 1, TimeUnit.DAYS);
        time.settle();
        assertEquals(List.of(), done);
        time.step(HOUR);
        assertEquals(List.of("first", "second", "third"), done);
    }

    @Test
    void aStepEndsWhenAllThatCameOfItIsDone() {
        ExecutorService threads = time.executors().blocking("threads", 2);
        ExecutorService line = time.executors().serial("line", 10);
        time.executors().scheduler("timer").schedule(() -> threads.execute(() -> {
            LockSupport.parkNanos(20_000_000);
            line.execute(() -> {
                LockSupport.parkNanos(20_000_000);
                done.add("at last");
            });
        }), 1, TimeUnit.MINUTES);
        time.step(HOUR);
        assertEquals(List.of("at last"), done);
    }

    @Test
    void whatRepeatsIsDoneOnceAStepAndWithEveryStep() {
        AtomicInteger times = new AtomicInteger();
        ScheduledExecutorService timer = time.executors().scheduler("timer");
        timer.scheduleWithFixedDelay(times::incrementAndGet, 0, 1, TimeUnit.SECONDS);
        time.settle();
        assertEquals(1, times.get());
        time.advance(Duration.ofDays(365), HOUR);
        assertEquals(1 + 365 * 24, times.get());
        assertEquals(begin.plus(Duration.ofDays(365)), time.clock().instant());
    }

    @Test
    void whatIsPlannedForNowDuringAStepBelongsToIt() {
        ScheduledExecutorService timer = time.executors().scheduler("timer");
        timer.schedule(() -> timer.schedule(() -> done.add("now"), 0, TimeUnit.SECONDS), 1, TimeUnit.SECONDS);
        time.step(HOUR);
        assertEquals(List.of("now"), done);
    }

    @Test
    void whatIsCancelledOrShutDownIsNotDone() {
        ScheduledExecutorService timer = time.executors().scheduler("timer");
        ScheduledExecutorService ended = time.executors().scheduler("ended");
        ScheduledFuture<?> cancelled = timer.scheduleAtFixedRate(() -> done.add("cancelled"), 1, 1, TimeUnit.SECONDS);
        ended.scheduleAtFixedRate(() -> done.add("ended"), 1, 1, TimeUnit.SECONDS);
        time.step(HOUR);
        assertEquals(2, done.size());
        cancelled.cancel(false);
        ended.shutdownNow();
        time.step(HOUR);
        assertEquals(2, done.size());
    }

    @Test
    void aReaderThatNeverEndsIsWaitedForAsLongAsItHasSomethingToRead() {
        List<Integer> read = new ArrayList<>();
        Mailbox<Integer> mailbox = new Mailbox<>(time.executors(), "mailbox", 1_000, item -> {
            LockSupport.parkNanos(1_000_000);
            read.add(item);
        }, () -> {});
        time.executors().scheduler("timer").schedule(() -> {
            for (int i = 0; i < 20; i++) {
                mailbox.put(i);
            }
        }, 1, TimeUnit.MINUTES);
        time.step(HOUR);
        assertEquals(20, read.size());
        mailbox.close();
    }

    @Test
    void aStepWaitsForWhatATestSaysItHasToWaitFor() {
        Thread elsewhere = new Thread(() -> {
            LockSupport.parkNanos(50_000_000);
            done.add("elsewhere");
        });
        time.settles("what happens elsewhere", () -> !done.isEmpty());
        elsewhere.start();
        time.step(HOUR);
        assertEquals(List.of("elsewhere"), done);
    }

    @Test
    void aRepeatedTaskThatFailsFailsTheStep() {
        time.executors().scheduler("timer").scheduleWithFixedDelay(() -> {
            throw new IllegalStateException("broken");
        }, 1, 1, TimeUnit.SECONDS);
        AssertionError failed = assertThrows(AssertionError.class, () -> time.step(HOUR));
        assertTrue(failed.getCause() instanceof IllegalStateException, String.valueOf(failed.getCause()));
    }
}
