package org.moothall.core;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The threads of this program, each kind bounded and named after its user. A component that asked for an executor shuts it
 * down when it is deactivated. Service; thread-safe.
 */
public interface Executors {

    /** Blocking work (calls to other machines): one virtual thread a task, at most {@code limit} at once, the rest wait. */
    ExecutorService blocking(String name, int limit);

    /** One thread that runs tasks in order; a full queue ({@code capacity}) throws {@code RejectedExecutionException}. */
    ExecutorService serial(String name, int capacity);

    /** Timed work. Tests move its clock instead of sleeping. */
    ScheduledExecutorService scheduler(String name);
}
