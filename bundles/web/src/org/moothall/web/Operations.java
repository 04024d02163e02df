package org.moothall.web;

import org.moothall.security.Caller;

/**
 * Long work that a request starts and others may watch and cancel: {@code /api/v1/operations/{id}}. Service; thread-safe.
 * Finished operations are kept for an hour.
 */
public interface Operations {

    /** Starts the work on a thread of its own and returns at once; the REST method answers 202 with it. */
    Operation start(Caller caller, String title, Work work);

    /** The work; it tells how far it is and stops soon when cancelled. Returns what the operation's {@code result} shows. */
    @FunctionalInterface
    interface Work {
        Object run(Progress progress) throws InterruptedException;
    }

    /** Where the work tells how far it is. */
    interface Progress {
        /** @param done of {@code total} parts; @param step what is being done now, for people */
        void at(int done, int total, String step);

        /** What it gave so far; shown at once, and stays when the work is cancelled or fails. */
        void sofar(Object result);

        /** Whether someone asked to stop; the thread is interrupted too. */
        boolean cancelled();
    }
}
