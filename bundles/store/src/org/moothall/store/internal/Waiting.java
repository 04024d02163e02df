package org.moothall.store.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;

/** Waits for writes. */
final class Waiting {

    private Waiting() {}

    /** What the write gave; throws what it threw. */
    static <T> T forResult(CompletableFuture<T> write) {
        try {
            return write.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(CoreProblem.UNAVAILABLE, "Interrupted while the change was written; read again to see whether it is there.")
                    .exception();
        }
    }
}
