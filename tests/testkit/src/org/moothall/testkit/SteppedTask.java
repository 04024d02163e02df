package org.moothall.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Something that a {@link SteppedScheduler} does at its time, once or again and again. */
@NonNullByDefault({})
final class SteppedTask<T> extends FutureTask<T> implements ScheduledFuture<T> {

    /** In the order in which they are done. */
    static final Comparator<SteppedTask<?>> FIRST = Comparator.comparing((SteppedTask<?> task) -> task.due).thenComparingLong(task -> task.order);

    private final SteppedTime time;
    private final SteppedScheduler scheduler;
    private final Duration period;
    private volatile Instant due;
    private long order;

    /** @param period zero: once */
    SteppedTask(SteppedTime time, SteppedScheduler scheduler, Callable<T> work, Instant due, Duration period) {
        super(work);
        this.time = time;
        this.scheduler = scheduler;
        this.due = due;
        this.period = period;
    }

    Instant due() {
        return due;
    }

    /** Guarded by the time. */
    void order(long place) {
        order = place;
    }

    /** Its time has come: it is done on its scheduler's thread. */
    void begin() {
        scheduler.perform(this::once);
    }

    private void once() {
        if (period.isZero()) {
            run();
        } else if (runAndReset()) {
            due = time.clock().instant().plus(period);
            scheduler.enqueue(this);
        }
    }

    @Override
    protected void setException(Throwable thrown) {
        super.setException(thrown);
        if (!period.isZero()) {
            time.failed(thrown);
        }
    }

    @Override
    public boolean cancel(boolean interrupt) {
        time.remove(this);
        return super.cancel(interrupt);
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(Duration.between(time.clock().instant(), due));
    }

    @Override
    public int compareTo(Delayed other) {
        return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
}
