package org.moothall.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.moothall.core.Boundary;
import org.moothall.core.ChangeEvent;
import org.moothall.core.ChangeEvents;
import org.moothall.core.Executors;
import org.moothall.core.Mailbox;
import org.moothall.store.Database;
import org.moothall.store.Expiring;
import org.moothall.store.Journal;
import org.moothall.store.OpenJournal;
import org.moothall.store.internal.JournalRows.Bounds;
import org.moothall.store.internal.JournalRows.Row;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal as a table. One thread writes what was published, many events in one go, and then hands the numbered events to
 * the followers; on a shared store it also looks for what other instances wrote.
 */
@Boundary
@Component(service = {Journal.class, Expiring.class})
public final class SqlJournal implements OpenJournal {

    private static final Logger LOG = LoggerFactory.getLogger(SqlJournal.class);
    static final int KEEP = 1_000_000;
    static final Duration KEEP_FOR = Duration.ofDays(7);
    private static final Duration PRUNE_EVERY = Duration.ofMinutes(10);
    private static final int PRUNE_AFTER = 5_000;
    private static final int BATCH = 1_000;
    private static final int FOLLOWER_QUEUE = 5_000;
    private static final long LOOK_MILLIS = 200;
    private static final long RETRY_MILLIS = 1_000;
    private static final long CLOSE_SECONDS = 4;

    private final Database database;
    private final Executors executors;
    private final Clock clock;
    private final BlockingQueue<Row> queue = new ArrayBlockingQueue<>(2 * BATCH);
    private final List<Mailbox<Entry>> followers = new CopyOnWriteArrayList<>();
    private final ExecutorService thread;
    private final ChangeEvents.Subscription subscription;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean lost;
    private volatile long delivered;
    private Instant prunedAt = Instant.EPOCH;
    private long writtenSincePrune;

    @Activate
    public SqlJournal(@Reference Database database, @Reference ChangeEvents events, @Reference Executors executors, @Reference Clock clock) {
        this.database = database;
        this.executors = executors;
        this.clock = clock;
        database.migrate("store.journal", JournalRows.TABLES);
        delivered = database.read(JournalRows::bounds).newest();
        thread = executors.blocking("journal", 1);
        thread.execute(this::run);
        subscription = events.subscribe("journal", this::accept, () -> lost = true);
    }

    private void accept(ChangeEvent event) {
        try {
            Row row = Row.of(event);
            while (!queue.offer(row, LOOK_MILLIS, TimeUnit.MILLISECONDS) && closed.getCount() > 0) {
                LOG.debug("the journal is behind");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Row> batch = new ArrayList<>(BATCH);
        try {
            while (closed.getCount() > 0 || !queue.isEmpty()) {
                take(batch);
                try {
                    work(batch);
                    batch.clear();
                } catch (RuntimeException e) {
                    LOG.warn("The journal could not be written; it is tried again", e);
                    if (closed.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Fills an empty batch; a batch whose write failed is tried as it is. */
    private void take(List<Row> batch) throws InterruptedException {
        if (batch.isEmpty()) {
            Row first = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                queue.drainTo(batch, BATCH - 1);
            }
        }
    }

    private void work(List<Row> batch) {
        if (lost) {
            lost = false;
            LOG.warn("The journal fell behind; subscribers are told to read again");
            database.writeAndWait(JournalRows::cut);
            catchUp();
        }
        if (!batch.isEmpty()) {
            long now = clock.millis();
            deliver(database.writeAndWait(connection -> JournalRows.append(connection, batch, now)));
            writtenSincePrune += batch.size();
        } else if (database.shared()) {
            catchUp();
        }
        pruneWhenDue();
    }

    private void deliver(List<Entry> written) {
        if (written.get(0).id() == delivered + 1) {
            handOut(written);
        } else {
            catchUp();
        }
    }

    /** Reads on from what was delivered last: another instance has written, too, or something was cut off. */
    private void catchUp() {
        Bounds bounds = database.read(JournalRows::bounds);
        if (bounds.pruned() > delivered) {
            followers.forEach(Mailbox::lose);
            delivered = bounds.pruned();
        }
        List<Entry> more = read(delivered, BATCH);
        while (!more.isEmpty()) {
            handOut(more);
            more = read(delivered, BATCH);
        }
    }

    private void handOut(List<Entry> entries) {
        for (Entry entry : entries) {
            followers.forEach(follower -> follower.put(entry));
        }
        delivered = entries.get(entries.size() - 1).id();
    }

    private List<Entry> read(long after, int limit) {
        return database.read(connection -> JournalRows.after(connection, after, limit));
    }

    private void pruneWhenDue() {
        Instant now = clock.instant();
        if (writtenSincePrune >= PRUNE_AFTER || now.isAfter(prunedAt.plus(PRUNE_EVERY))) {
            boolean more = true;
            while (more && closed.getCount() > 0) {
                more = database.writeAndWait(connection -> JournalRows.prune(connection, KEEP, now.minus(KEEP_FOR).toEpochMilli()));
            }
            prunedAt = now;
            writtenSincePrune = 0;
        }
    }

    /** It is short anyway; this counts only where history is kept for less. */
    @Override
    public boolean expire(Connection connection, Instant before, int most) throws SQLException {
        return JournalRows.prune(connection, KEEP, before.toEpochMilli());
    }

    @Override
    public long newest() {
        return delivered;
    }

    @Override
    public long oldest() {
        return database.read(JournalRows::bounds).pruned();
    }

    @Override
    public Optional<List<Entry>> after(long id, int limit) {
        return database.read(connection -> {
            Bounds bounds = JournalRows.bounds(connection);
            boolean kept = id >= bounds.pruned() && id <= bounds.newest();
            return kept ? Optional.of(JournalRows.after(connection, id, limit)) : Optional.empty();
        });
    }

    @Override
    public AutoCloseable follow(String name, Consumer<Entry> follower, Runnable lostEntries) {
        Mailbox<Entry> mailbox = new Mailbox<>(executors, "journal-" + name, FOLLOWER_QUEUE, follower, lostEntries);
        followers.add(mailbox);
        return () -> {
            followers.remove(mailbox);
            mailbox.close();
        };
    }

    @Override
    @Deactivate
    public void close() {
        subscription.close();
        closed.countDown();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The journal did not end in time");
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        followers.forEach(Mailbox::close);
    }
}
