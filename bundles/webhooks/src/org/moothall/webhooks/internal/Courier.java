package org.moothall.webhooks.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Boundary;
import org.moothall.core.Problem;
import org.moothall.core.Secret;
import org.moothall.net.Https;
import org.moothall.security.Caller;
import org.moothall.security.Vault;
import org.moothall.store.Journal;
import org.moothall.store.Journal.Entry;
import org.moothall.webhooks.Delivery;
import org.moothall.webhooks.WebhookId;
import org.moothall.webhooks.internal.Receiver.Answer;
import org.moothall.webhooks.internal.store.Standing;
import org.moothall.webhooks.internal.store.WebhookRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers to one receiver as it is configured: one request at a time, the next when the one before was taken. Works when it
 * is woken and until there is nothing to do; a changed webhook gets another courier.
 */
@Boundary
final class Courier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int BATCH = 500;
    /** What concerns nobody is not noted one by one: it is looked at again after a restart. */
    private static final int UNNOTED = 5_000;

    private final WebhookRow row;
    private final Surroundings around;
    private final Receiver receiver;
    private Standing standing;
    private long noted;
    private boolean working;
    private boolean again;
    private volatile boolean closed;

    /** What all couriers share. @param changed hears of webhooks that began or ceased to fail */
    record Surroundings(Journal journal, Audience audience, Conditions conditions, Progress progress, Consumer<WebhookId> changed, ExecutorService threads,
            ScheduledExecutorService scheduler, Clock clock) {}

    /** Keeps how far a webhook is. */
    @FunctionalInterface
    interface Progress {
        /** False when that counts no more: the webhook was changed, or another instance delivers. */
        boolean keep(WebhookRow row, Standing now, @Nullable Delivery attempt);
    }

    Courier(WebhookRow row, Https https, Vault vault, Surroundings around) {
        this.row = row;
        this.around = around;
        this.standing = row.standing();
        this.noted = standing.position();
        this.receiver = new Receiver(https, row, vault.find(row.vaultName()).orElseGet(() -> Secret.of("")), around.clock());
    }

    WebhookRow row() {
        return row;
    }

    /** Something may be to be delivered. */
    void wake() {
        synchronized (this) {
            if (closed || working) {
                again = true;
                return;
            }
            working = true;
        }
        try {
            around.threads().execute(this::work);
        } catch (RejectedExecutionException e) {
            close();
        }
    }

    private void work() {
        try {
            boolean more = true;
            while (more && !closed) {
                more = step() || takeAgain();
            }
        } catch (RuntimeException e) {
            LOG.error("The webhook {} stopped working until the next event", row.name(), e);
        } finally {
            rest();
        }
    }

    private synchronized boolean takeAgain() {
        boolean was = again;
        again = false;
        return was;
    }

    private void rest() {
        boolean more;
        synchronized (this) {
            working = false;
            more = again && !closed;
            again = false;
        }
        if (more) {
            wake();
        }
    }

    /** Delivers what comes next; false when there is nothing, or nothing yet. */
    private boolean step() {
        Optional<Caller> owner = around.audience().owner(row.owner());
        if (owner.isEmpty()) {
            around.conditions().orphaned(row);
            return false;
        }
        around.conditions().owned(row);
        Instant next = standing.nextAttempt();
        if (next != null && around.clock().instant().isBefore(next)) {
            return false;
        }
        Optional<List<Entry>> kept = around.journal().after(standing.position(), BATCH);
        long from = kept.isPresent() ? standing.position() : around.journal().oldest();
        List<Entry> entries = kept.isPresent() ? kept.get() : around.journal().after(from, BATCH).orElse(List.of());
        Filter filter = new Filter(row.eventTypes());
        Parcel parcel = Parcel.of(from, entries, event -> filter.wants(event.type()) && around.audience().sees(owner.get(), event));
        if (parcel.events().isEmpty() && kept.isPresent()) {
            return !entries.isEmpty() && skip(parcel);
        }
        return deliver(parcel, kept.isEmpty());
    }

    private boolean skip(Parcel parcel) {
        standing = standing.movedTo(parcel.upTo());
        if (parcel.upTo() - noted >= UNNOTED) {
            noted = parcel.upTo();
            return around.progress().keep(row, standing, null);
        }
        return true;
    }

    private boolean deliver(Parcel parcel, boolean reset) {
        Instant began = around.clock().instant();
        Answer answer = receiver.post(parcel.envelope(row.id(), reset));
        Problem problem = answer.problem();
        Instant ended = around.clock().instant();
        Standing now = problem == null ? standing.delivered(parcel.upTo(), ended)
                : standing.failed(problem.detail(), began, ended.plus(Backoff.after(standing.failures() + 1)));
        Delivery attempt = new Delivery(0, began, Duration.between(began, ended).toMillis(), first(parcel), parcel.upTo(), parcel.events().size(),
                problem == null,
                answer.status(), problem == null ? null : problem.detail());
        // What ended because it was closed here failed nobody; what was taken is noted, so that it is not sent again.
        if (closed && problem != null || !around.progress().keep(row, now, attempt)) {
            close();
            return false;
        }
        boolean turned = standing.failures() > 0 != now.failures() > 0;
        standing = now;
        noted = now.position();
        if (turned) {
            around.changed().accept(row.id());
        }
        around.conditions().judge(row, now, ended);
        return problem == null || comeBack(Backoff.after(now.failures()));
    }

    private static long first(Parcel parcel) {
        return parcel.events().isEmpty() ? parcel.upTo() : parcel.events().getFirst().id();
    }

    private boolean comeBack(Duration later) {
        try {
            around.scheduler().schedule(this::wake, later.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            close();
        }
        return false;
    }

    /** Ends a request under way. */
    @Override
    public void close() {
        closed = true;
        receiver.close();
    }
}
