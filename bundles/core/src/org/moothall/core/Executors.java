package org.moothall.core;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;

/**
 * The threads of this program, each kind bounded and named after its user. A component that asked for an executor shuts it
 * down when it is deactivated. Service; thread-safe.
 */
public interface Executors {

    /** Blocking work (calls to other machines): one virtual thread a task, at most {@code limit} at once, the rest wait. */
    ExecutorService blocking(String name, int limit);

    /**
     * One thread for a task that never ends, such as one that takes what comes from a queue.
     *
     * @param idle whether it waits and has nothing to do: not from the moment on when something is handed to it until that is done.
     *     Asked, on any thread, by a clock that a test moves and that waits until all is done; nobody asks otherwise
     */
    default ExecutorService endless(String name, BooleanSupplier idle) {
        return blocking(name, 1);
    }

    /** One thread that runs tasks in order; a full queue ({@code capacity}) throws {@code RejectedExecutionException}. */
    ExecutorService serial(String name, int capacity);

    /** Timed work. Tests move its clock instead of sleeping. */
    ScheduledExecutorService scheduler(String name);
}
