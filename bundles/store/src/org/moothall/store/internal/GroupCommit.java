package org.moothall.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Boundary;
import org.moothall.core.CoreProblem;
import org.moothall.core.Executors;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.store.Database.Work;
import org.moothall.store.Database.Writing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer. What queues up while a commit is under way goes into the next one together, so that many writes share one
 * sync of the disk: first what somebody waits for, then what is written behind, of that at least one step. One that fails is
 * undone alone: all are undone, and each runs again inside a savepoint of its own.
 */
@Boundary
final class GroupCommit {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    static final int QUEUE = 4_096;
    private static final int BATCH = 512;
    /** Who comes next waits for what runs now; so what runs together is kept short. */
    private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int MAX_RUNS = 3;
    private static final long POLL_MILLIS = 200;
    private static final long CLOSE_SECONDS = 4;

    private final Engine engine;
    private final WriteQueue queue = new WriteQueue(QUEUE);
    private final ExecutorService thread;
    private final CommitRecord record = new CommitRecord();
    private volatile boolean closed;
    private volatile @Nullable Thread writer;
    private volatile @Nullable Work<?> between;
    private final AtomicLong commits = new AtomicLong();
    private @Nullable Connection connection;

    GroupCommit(Engine engine, Executors executors) throws SQLException {
        this.engine = engine;
        connection = engine.openWriter();
        thread = executors.serial("store-writer", 1);
        thread.execute(this::run);
    }

    <T> CompletableFuture<T> submit(Work<T> work) {
        return submit(new Job<>(List.of(work), false));
    }

    <T> CompletableFuture<T> submitBehind(List<? extends Work<? extends T>> steps) {
        return submit(new Job<T>(steps, true));
    }

    private <T> CompletableFuture<T> submit(Job<T> job) {
        if (Thread.currentThread() == writer) {
            throw new IllegalStateException("a write must not wait for another write");
        }
        try {
            boolean queued = false;
            while (!queued) {
                if (closed) {
                    throw unavailable();
                }
                queued = queue.offer(job, POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
        if (closed && queue.remove(job)) {
            throw unavailable(); // closed between the two: the writer may have looked for the last time
        }
        return job.future();
    }

    private static ProblemException unavailable() {
        return Problem.of(CoreProblem.UNAVAILABLE, "The store is closing; nothing was changed. Try again later.").exception();
    }

    private void run() {
        writer = Thread.currentThread();
        List<Job<?>> batch = new ArrayList<>(BATCH);
        try {
            while (!closed || !queue.isEmpty()) {
                Job<?> first = queue.poll(POLL_MILLIS);
                if (first != null) {
                    batch.add(first);
                    commit(batch);
                    batch.clear();
                }
                betweenCommits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            disconnect();
            queue.clear().forEach(job -> job.fail(unavailable()));
        }
    }

    private void commit(List<Job<?>> batch) {
        record.begin();
        try {
            List<Job<?>> kept = runAll(connected(), batch);
            record.end();
            kept.stream().filter(Job::goesOn).forEach(queue::goOn);
        } catch (SQLException e) {
            recover();
            ProblemException failure = StoreFailure.of(engine.name(), e);
            record.end();
            record.refused(failure);
            batch.forEach(job -> job.fail(failure));
        }
    }

    /** The jobs that are now on disk; the others were undone and told so. */
    private List<Job<?>> runAll(Connection open, List<Job<?>> batch) throws SQLException {
        List<Runnable> failures = new ArrayList<>();
        open.setAutoCommit(false);
        List<Job<?>> kept = allWell(open, batch) ? List.copyOf(batch) : runEach(open, batch, failures);
        open.commit();
        open.setAutoCommit(true);
        commits.incrementAndGet();
        failures.forEach(Runnable::run);
        return kept;
    }

    /** Also runs those that wait. Savepoints cost more than most jobs, and nearly all jobs go well. */
    private boolean allWell(Connection open, List<Job<?>> batch) throws SQLException {
        long begun = System.nanoTime();
        try {
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).run(open);
                @Nullable Job<?> next = next(batch, System.nanoTime() - begun < LONG_NANOS);
                if (next != null) {
                    batch.add(next);
                }
            }
            return true;
        } catch (SQLException | RuntimeException e) {
            LOG.debug("each job runs by itself", e);
            open.rollback();
            return false;
        }
    }

    /** What goes into this commit, too: when there is no more time only what is owed to those who write behind. */
    private @Nullable Job<?> next(List<Job<?>> batch, boolean time) {
        boolean room = time && batch.size() < BATCH;
        @Nullable Job<?> prompt = room ? queue.pollPrompt() : null;
        return prompt == null && (room || batch.stream().noneMatch(Job::behind)) ? queue.pollBehind() : prompt;
    }

    private List<Job<?>> runEach(Connection open, List<Job<?>> batch, List<Runnable> failures) throws SQLException {
        List<Job<?>> kept = new ArrayList<>(batch.size());
        for (Job<?> job : batch) {
            for (boolean again = true; again;) {
                again = runOne(open, job, kept, failures);
            }
        }
        return kept;
    }

    private boolean runOne(Connection open, Job<?> job, List<Job<?>> kept, List<Runnable> failures) throws SQLException {
        Savepoint before = open.setSavepoint("job");
        try {
            job.run(open);
            open.releaseSavepoint(before);
            kept.add(job);
        } catch (SQLException e) {
            open.rollback(before);
            if (engine.worthRepeating(e) && job.runs() <= MAX_RUNS) {
                return true;
            }
            ProblemException failure = StoreFailure.of(engine.name(), e);
            if (engine.unableToWrite(e)) {
                record.refused(failure);
            }
            failures.add(() -> job.fail(failure));
        } catch (RuntimeException e) {
            open.rollback(before);
            failures.add(() -> job.fail(e));
        }
        return false;
    }

    /** How many there were. */
    long commits() {
        return commits.get();
    }

    /** Has this run once, on the writer's connection, after the commit that is under way; not in a transaction. */
    void soon(Work<?> work) {
        between = work;
    }

    private void betweenCommits() {
        Work<?> work = between;
        Connection open = connection;
        if (work != null && open != null) {
            between = null;
            try {
                work.run(open);
            } catch (SQLException e) {
                LOG.debug("it will be tried again", e);
            }
        }
    }

    private Connection connected() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = engine.openWriter();
            connection = open;
        }
        return open;
    }

    /** After a failed commit: back to a state in which the next one can begin, with a new connection if need be. */
    private void recover() {
        Connection open = connection;
        if (open == null) {
            return;
        }
        try {
            open.rollback();
            open.setAutoCommit(true);
            if (!engine.usable(open)) {
                disconnect();
            }
        } catch (SQLException e) {
            LOG.debug("the connection is of no use any more", e);
            disconnect();
        }
    }

    private void disconnect() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debug("closing failed", e);
            }
        }
    }

    /** How it goes. */
    Writing writing() {
        return record.writing();
    }

    void close() {
        closed = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The store's writer did not end in time");
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
