package org.moothall.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The SQL store: SQLite inside this process or a PostgreSQL server, the same SQL on both. Service; thread-safe.
 *
 * <p>Readers run side by side. Writers are queued to one thread that commits many of them together: when the future of a
 * write is complete, the write is on disk. A write that throws is undone alone; those beside it are kept.
 */
public interface Database {

    /** Runs a read on a connection of its own; it sees all writes that completed before. */
    <T> T read(Work<T> work);

    /**
     * Queues a write; a full queue makes the caller wait. What depends on the future runs on the writer's own thread unless
     * it is made {@code …Async}: it must be short and must not wait for another write. A work may be run a second time when
     * the store undid the first run, so it changes nothing but the store.
     */
    <T> CompletableFuture<T> write(Work<T> work);

    /**
     * Queues a write that nobody waits for, in steps that are kept short: each is committed by itself before the next one
     * begins, and what others write goes first, so that it holds up nobody. When a step fails, those after it are not run.
     *
     * @param steps at least one
     * @return what the last one gave, when all are on disk
     */
    <T> CompletableFuture<T> writeBehind(List<? extends Work<? extends T>> steps);

    /**
     * Queues a write and waits for it to be on disk; throws what the work threw.
     *
     * @throws org.moothall.core.ProblemException {@link StoreProblem#FAILED} when the store did not take it
     */
    <T> T writeAndWait(Work<T> work);

    /**
     * Brings the tables of a domain up to date, each step once, in order, each in a transaction. Fails when a step that ran
     * before has changed or when the store is newer than the program.
     *
     * @param domain prefix of its tables, for example {@code servers}
     * @param steps all of them, numbered from 1
     * @throws org.moothall.core.ProblemException {@link StoreProblem#NEWER} or {@link StoreProblem#CHANGED_STEP}
     */
    void migrate(String domain, List<Migration> steps);

    /** Whether other instances may write to the same store. */
    boolean shared();

    /** How writing goes; never waits. */
    Writing writing();

    /**
     * How writing goes.
     *
     * @param refused how often the disk or the database server refused a write since the start
     * @param why what it said the last time, in words for people; empty when it never did
     * @param latest how long the newest commit took, or takes so far when that is longer
     */
    record Writing(long refused, String why, Duration latest) {}

    /** One numbered step: SQL statements separated by {@code ;} at a line's end. */
    record Migration(int number, String sql) {}

    /** Work with a connection; never keeps it. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }
}
