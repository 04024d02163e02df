package org.moothall.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.store.Database.Work;

/** A queued write: run inside a transaction, completed when that is on disk. */
final class Job<T> {

    private final Work<T> work;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private @Nullable Outcome<T> outcome;
    private int runs;

    private record Outcome<T>(T result) {}

    Job(Work<T> work) {
        this.work = work;
    }

    CompletableFuture<T> future() {
        return future;
    }

    int runs() {
        return runs;
    }

    void run(Connection connection) throws SQLException {
        runs++;
        outcome = new Outcome<>(work.run(connection));
    }

    void complete() {
        Outcome<T> done = outcome;
        if (done == null) {
            throw new IllegalStateException("completed before it ran");
        }
        future.complete(done.result());
    }

    void fail(Throwable failure) {
        future.completeExceptionally(failure);
    }
}
