package org.moothall.notifications.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.store.Database;
import org.moothall.store.StoreProblem;

/** A store that takes writes, or refuses them as a full disk does, or is slow, as a test says. */
final class RefusingDatabase implements Database {

    private final Database database;
    private boolean full;
    private long refused;
    private Duration latest = Duration.ZERO;

    RefusingDatabase(Database database) {
        this.database = database;
    }

    void full(boolean now) {
        full = now;
    }

    void takes(Duration time) {
        latest = time;
    }

    @Override
    public <T> T read(Work<T> work) {
        return database.read(work);
    }

    @Override
    public <T> CompletableFuture<T> write(Work<T> work) {
        return full ? CompletableFuture.failedFuture(refusal()) : database.write(work);
    }

    @Override
    public <T> CompletableFuture<T> writeBehind(List<? extends Work<? extends T>> steps) {
        return full ? CompletableFuture.failedFuture(refusal()) : database.writeBehind(steps);
    }

    @Override
    public <T> T writeAndWait(Work<T> work) {
        if (full) {
            throw refusal();
        }
        return database.writeAndWait(work);
    }

    private ProblemException refusal() {
        refused++;
        return Problem.of(StoreProblem.FAILED, "The disk is full.").exception();
    }

    @Override
    public void migrate(String domain, List<Migration> steps) {
        database.migrate(domain, steps);
    }

    @Override
    public boolean shared() {
        return database.shared();
    }

    @Override
    public Writing writing() {
        return new Writing(refused, "The disk is full.", latest);
    }
}
