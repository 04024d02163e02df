package org.moothall.web.internal.rest;

import java.time.Clock;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Boundary;
import org.moothall.core.ProblemException;
import org.moothall.web.Operation;
import org.moothall.web.Operation.State;
import org.moothall.web.Operations.Progress;
import org.moothall.web.Operations.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One operation from start to end. Thread-safe. */
@Boundary
final class OperationRun implements Progress {

    private static final Logger LOG = LoggerFactory.getLogger(OperationRun.class);

    private final Clock clock;
    private final Consumer<Operation> told;
    private Operation state;
    private boolean cancelled;
    private @Nullable Future<?> future;

    OperationRun(String id, String title, Clock clock, Consumer<Operation> told) {
        this.clock = clock;
        this.told = told;
        this.state = new Operation(id, title, State.RUNNING, 0, 0, "", clock.instant(), null, null, null);
    }

    synchronized String id() {
        return state.id();
    }

    synchronized Operation state() {
        return state;
    }

    synchronized void submitTo(ExecutorService threads, Work work) {
        future = threads.submit(() -> run(work));
    }

    /** Asks the work to stop; nothing happens when it has ended. */
    synchronized Operation cancel() {
        cancelled = true;
        Future<?> running = future;
        if (running != null && state.state() == State.RUNNING) {
            running.cancel(true);
            end(State.CANCELLED, null, null);
        }
        return state;
    }

    @Override
    public synchronized void at(int done, int total, String step) {
        if (state.state() == State.RUNNING) {
            state = new Operation(state.id(), state.title(), State.RUNNING, done, total, step, state.startedAt(), null, state.result(), null);
            told.accept(state);
        }
    }

    @Override
    public synchronized void sofar(Object result) {
        if (state.state() == State.RUNNING || state.state() == State.CANCELLED) {
            state = new Operation(state.id(), state.title(), state.state(), state.done(), state.total(), state.step(), state.startedAt(), state.endedAt(),
                    result, null);
            told.accept(state);
        }
    }

    @Override
    public synchronized boolean cancelled() {
        return cancelled;
    }

    private void run(Work work) {
        try {
            end(State.DONE, work.run(this), null);
        } catch (InterruptedException | CancellationException e) {
            end(State.CANCELLED, null, null);
        } catch (ProblemException e) {
            end(State.FAILED, null, e.problem().detail());
        } catch (Exception e) {
            LOG.error("The operation {} failed.", id(), e);
            end(State.FAILED, null, "Something went wrong on the server; the log names operation " + id() + ".");
        }
    }

    private synchronized void end(State ending, @Nullable Object result, @Nullable String failure) {
        if (state.state() == State.RUNNING) {
            state = new Operation(state.id(), state.title(), ending, state.done(), state.total(), state.step(), state.startedAt(),
                    clock.instant(), result == null ? state.result() : result, failure);
            told.accept(state);
        }
    }
}
