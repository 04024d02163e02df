package org.moothall.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.store.Database.Work;

/** A queued write of one or more steps: each is run inside a transaction, the next one when that is on disk. */
final class Job<T> {

    private final Iterator<? extends Work<? extends T>> steps;
    private final boolean behind;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private Work<? extends T> step;
    private @Nullable Outcome<T> outcome;
    private int runs;

    private record Outcome<T>(T result) {}

    /** @param behind whether others go first */
    Job(List<? extends Work<? extends T>> all, boolean behind) {
        steps = all.iterator();
        step = steps.next();
        this.behind = behind;
    }

    CompletableFuture<T> future() {
        return future;
    }

    boolean behind() {
        return behind;
    }

    int runs() {
        return runs;
    }

    void run(Connection connection) throws SQLException {
        runs++;
        outcome = new Outcome<>(step.run(connection));
    }

    /** The step is on disk; whether there is another one, which is next then. */
    boolean goesOn() {
        Outcome<T> done = outcome;
        if (done == null) {
            throw new IllegalStateException("completed before it ran");
        }
        if (steps.hasNext()) {
            step = steps.next();
            outcome = null;
            runs = 0;
            return true;
        }
        future.complete(done.result());
        return false;
    }

    void fail(Throwable failure) {
        future.completeExceptionally(failure);
    }
}
