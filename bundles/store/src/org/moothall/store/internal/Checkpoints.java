package org.moothall.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies the log of commits into the database beside the writer, who would be held up by it. Only the little that was
 * committed meanwhile the writer copies itself: the log begins anew when nothing is left of it.
 */
final class Checkpoints implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final long EVERY_MILLIS = 1_000;
    private static final int FEW_PAGES = 256;
    private static final int MOST_PASSES = 4;
    private static final long CLOSE_SECONDS = 4;

    private final Engine engine;
    private final GroupCommit writer;
    private final ExecutorService thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Connection connection;
    private long seen;

    Checkpoints(Engine engine, GroupCommit writer, Executors executors) {
        this.engine = engine;
        this.writer = writer;
        thread = executors.blocking("store-checkpoint", 1);
        if (engine.logs()) {
            thread.execute(this::run);
        }
    }

    private void run() {
        try {
            while (!closed.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            disconnect();
        }
    }

    private void look() {
        long commits = writer.commits();
        if (commits != seen) {
            seen = commits;
            try {
                copy();
            } catch (SQLException e) {
                LOG.debug("the log could not be copied now", e);
                disconnect();
            }
        }
    }

    private void copy() throws SQLException {
        @Nullable Connection known = connection;
        Connection open = known == null ? engine.openWriter() : known;
        connection = open;
        int passes = 0;
        do {
            passes++;
        } while (engine.checkpoint(open) > FEW_PAGES && passes < MOST_PASSES);
        writer.soon(engine::checkpoint);
    }

    private void disconnect() {
        @Nullable Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debug("closing failed", e);
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A checkpoint of the store did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
