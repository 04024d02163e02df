package org.moothall.webhooks.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Boundary;
import org.moothall.core.Executors;
import org.moothall.core.ProblemException;
import org.moothall.net.Https;
import org.moothall.security.Vault;
import org.moothall.store.Journal;
import org.moothall.store.Leases;
import org.moothall.store.Leases.Lease;
import org.moothall.store.StoreProblem;
import org.moothall.webhooks.Delivery;
import org.moothall.webhooks.WebhookId;
import org.moothall.webhooks.internal.Courier.Surroundings;
import org.moothall.webhooks.internal.store.Standing;
import org.moothall.webhooks.internal.store.WebhookRow;
import org.moothall.webhooks.internal.store.WebhookStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A courier for each webhook, on the one instance that has the lease. Thread-safe. */
@Boundary
final class Couriers implements AutoCloseable {

    static final String LEASE = "webhooks.delivery";
    static final Duration LEASE_TIME = Duration.ofSeconds(30);
    private static final long LOOK_SECONDS = 10;
    private static final int AT_ONCE = 64;
    private static final long END_SECONDS = 3;
    private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);

    private final WebhookStore store;
    private final Leases leases;
    private final Https https;
    private final Vault vault;
    private final ExecutorService threads;
    private final ScheduledExecutorService scheduler;
    private final Surroundings around;
    private final AutoCloseable following;
    private final Map<WebhookId, Courier> couriers = new HashMap<>();
    private final AtomicBoolean due = new AtomicBoolean();
    private @Nullable Lease lease;

    /** @param changed hears of a webhook that began or ceased to fail */
    Couriers(WebhookStore store, Leases leases, Journal journal, Https https, Vault vault, Audience audience, Conditions conditions, Executors executors,
            Clock clock, Consumer<WebhookId> changed) {
        this.store = store;
        this.leases = leases;
        this.https = https;
        this.vault = vault;
        this.threads = executors.blocking("webhooks", AT_ONCE);
        this.scheduler = executors.scheduler("webhooks");
        this.around = new Surroundings(journal, audience, conditions, this::keep, changed, threads, scheduler, clock);
        this.following = journal.follow("webhooks", entry -> wake(), this::wake);
        scheduler.scheduleWithFixedDelay(this::lookSoon, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /** Webhooks were changed, here or on another instance: follows that soon. */
    void lookSoon() {
        if (due.compareAndSet(false, true)) {
            try {
                threads.execute(this::look);
            } catch (RejectedExecutionException e) {
                LOG.debug("closing", e);
            }
        }
    }

    private synchronized void look() {
        due.set(false);
        if (threads.isShutdown()) {
            return;
        }
        try {
            Lease held = lease;
            Optional<Lease> now = held == null ? leases.acquire(LEASE, LEASE_TIME) : leases.renew(held, LEASE_TIME);
            lease = now.isPresent() ? now.get() : null;
            if (now.isPresent()) {
                follow();
            } else {
                stop();
            }
        } catch (RuntimeException e) {
            LOG.warn("Webhooks rest until the store works again", e);
        }
    }

    private void follow() {
        Map<WebhookId, WebhookRow> wanted = new HashMap<>();
        store.all().stream().filter(row -> !row.paused()).forEach(row -> wanted.put(row.id(), row));
        couriers.values().removeIf(courier -> {
            WebhookRow now = wanted.get(courier.row().id());
            boolean outdated = now == null || now.generation() != courier.row().generation();
            if (outdated) {
                courier.close();
            }
            return outdated;
        });
        wanted.forEach((id, row) -> couriers.computeIfAbsent(id, fresh -> new Courier(row, https, vault, around)).wake());
    }

    private synchronized void wake() {
        couriers.values().forEach(Courier::wake);
    }

    private synchronized @Nullable Lease lease() {
        return lease;
    }

    private boolean keep(WebhookRow row, Standing now, @Nullable Delivery attempt) {
        Lease held = lease();
        try {
            return held != null && store.progress(row, now, attempt, leases, held);
        } catch (ProblemException e) {
            if (e.problem().code() != StoreProblem.LEASE_LOST) {
                throw e;
            }
            LOG.info("Another instance delivers webhooks by now");
            lookSoon();
            return false;
        }
    }

    private void stop() {
        couriers.values().forEach(Courier::close);
        couriers.clear();
    }

    /** Ends what is under way; the lease is free for another instance. */
    @Override
    public void close() throws Exception {
        following.close();
        scheduler.shutdownNow();
        threads.shutdown();
        synchronized (this) {
            stop();
        }
        if (!threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
        Lease held = lease();
        if (held != null) {
            leases.release(held);
        }
    }
}
