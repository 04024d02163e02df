package org.moothall.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.store.Database.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections that read side by side, opened when first needed. Each read sees one state of the store. */
final class Readers {

    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
    private static final long WAIT_SECONDS = 30;
    private static final long CLOSE_SECONDS = 3;

    private final Engine engine;
    private final Semaphore permits;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Readers(Engine engine) {
        this.engine = engine;
        this.permits = new Semaphore(engine.readers(), true);
    }

    <T> T read(Work<T> work) {
        acquire();
        try {
            return readWith(work);
        } catch (SQLException e) {
            throw StoreFailure.of(engine.name(), e);
        } finally {
            permits.release();
        }
    }

    private void acquire() {
        try {
            if (closed || !permits.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw unavailable();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    private static ProblemException unavailable() {
        return Problem.of(CoreProblem.UNAVAILABLE, "The store is closing or overloaded. Try again later.").exception();
    }

    private <T> T readWith(Work<T> work) throws SQLException {
        Connection connection = take();
        boolean good = false;
        try {
            connection.setAutoCommit(false);
            T result = work.run(connection);
            good = true;
            return result;
        } finally {
            giveBack(connection, good);
        }
    }

    private Connection take() throws SQLException {
        @Nullable Connection connection = idle.pollFirst();
        return connection == null ? engine.openReader() : connection;
    }

    private void giveBack(Connection connection, boolean good) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
            if (!closed && (good || engine.usable(connection))) {
                idle.addFirst(connection);
                return;
            }
        } catch (SQLException e) {
            LOG.debug("the connection is of no use any more", e);
        }
        close(connection);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("closing failed", e);
        }
    }

    /** Waits for running reads, then closes every connection. */
    void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (!permits.tryAcquire(engine.readers(), CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A read did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        idle.forEach(Readers::close);
        idle.clear();
    }
}
