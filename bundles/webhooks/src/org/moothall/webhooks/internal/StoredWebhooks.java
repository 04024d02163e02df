package org.moothall.webhooks.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.moothall.core.ChangeEvent;
import org.moothall.core.ChangeEvents;
import org.moothall.core.CoreProblem;
import org.moothall.core.Executors;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.Problem;
import org.moothall.core.Secret;
import org.moothall.core.Trust;
import org.moothall.net.Https;
import org.moothall.notifications.Notifications;
import org.moothall.security.UserId;
import org.moothall.security.Vault;
import org.moothall.store.Database;
import org.moothall.store.Journal;
import org.moothall.store.Leases;
import org.moothall.webhooks.Delivery;
import org.moothall.webhooks.NewWebhook;
import org.moothall.webhooks.Webhook;
import org.moothall.webhooks.WebhookId;
import org.moothall.webhooks.Webhooks;
import org.moothall.webhooks.WebhooksProblem;
import org.moothall.webhooks.internal.store.DeliveryStore;
import org.moothall.webhooks.internal.store.Standing;
import org.moothall.webhooks.internal.store.WebhookRow;
import org.moothall.webhooks.internal.store.WebhookStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Webhooks from the store, delivered to by couriers. */
@Component(service = Webhooks.class, immediate = true)
public final class StoredWebhooks implements Webhooks {

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final WebhookStore store;
    private final DeliveryStore log;
    private final Vault vault;
    private final Journal journal;
    private final Audience audience;
    private final ChangeEvents events;
    private final Clock clock;
    private final Conditions conditions;
    private final Couriers couriers;

    /** Reads who subscribed and begins to deliver. */
    @Activate
    public StoredWebhooks(@Reference Database database, @Reference Journal journal, @Reference Leases leases, @Reference Https https, @Reference Vault vault,
            @Reference Audience audience, @Reference Notifications notifications, @Reference ChangeEvents events, @Reference Executors executors,
            @Reference Clock clock) {
        this.store = new WebhookStore(database);
        this.log = new DeliveryStore(store);
        this.vault = vault;
        this.journal = journal;
        this.audience = audience;
        this.events = events;
        this.clock = clock;
        this.conditions = new Conditions(notifications);
        this.couriers = new Couriers(store, leases, journal, https, vault, audience, conditions, executors, clock, id -> find(id).ifPresent(this::tell));
    }

    /** Ends deliveries. */
    @Deactivate
    public void deactivate() throws Exception {
        couriers.close();
    }

    @Override
    public List<Webhook> all() {
        return store.all().stream().map(this::view).toList();
    }

    @Override
    public Optional<Webhook> find(WebhookId id) {
        return store.find(id).map(this::view);
    }

    @Override
    public Added add(NewWebhook wanted, UserId owner) {
        Long after = wanted.after();
        Trust chosen = wanted.trust();
        Trust trust = chosen == null ? Trust.system() : chosen;
        trust.policy();
        WebhookRow row = new WebhookRow(new WebhookId(UUID.randomUUID().toString()), Texts.name(wanted.name(), Target.of(wanted.url()).host()),
                wanted.url().strip(),
                Filter.checked(wanted.eventTypes()), trust, owner, false, Standing.at(after == null ? journal.newest() : kept(after)), 1, 1);
        Secret given = wanted.secret();
        Secret secret = given == null ? madeUp() : Texts.secret(given);
        boolean added = false;
        vault.put(row.vaultName(), secret);
        try {
            Webhook view = view(store.add(row));
            added = true;
            tell(view);
            return new Added(view, secret);
        } finally {
            if (!added) {
                vault.remove(row.vaultName());
            }
            couriers.lookSoon();
        }
    }

    @Override
    public Webhook update(WebhookId id, Change change, long version) {
        WebhookRow old = required(store.find(id), id);
        if (old.version() != version) {
            throw Problem.about(id.value(), CoreProblem.CHANGED_MEANWHILE, "It was changed since you read it. Read it again and repeat the change.")
                    .exception();
        }
        Secret given = change.secret();
        Secret secret = given == null ? null : Texts.secret(given);
        WebhookRow wanted = Texts.applied(old, change);
        WebhookRow kept = secret == null ? store.update(wanted, version) : updated(wanted, version, secret);
        conditions.forget(id);
        return told(kept);
    }

    /** The secret first: who finds the changed webhook signs with it. */
    private WebhookRow updated(WebhookRow wanted, long version, Secret secret) {
        Optional<Secret> before = vault.find(wanted.vaultName());
        boolean done = false;
        vault.put(wanted.vaultName(), secret);
        try {
            WebhookRow kept = store.update(wanted, version);
            done = true;
            return kept;
        } finally {
            if (!done) {
                before.ifPresent(old -> vault.put(wanted.vaultName(), old));
            }
        }
    }

    @Override
    public void remove(WebhookId id) {
        WebhookRow row = required(store.find(id), id);
        store.remove(id);
        vault.remove(row.vaultName());
        conditions.forget(id);
        events.publish(new ChangeEvent(REMOVED, id.value(), null, clock.instant(), Map.of()));
        couriers.lookSoon();
    }

    @Override
    public Webhook replay(WebhookId id, long after) {
        return told(required(store.replay(id, kept(after)), id));
    }

    @Override
    public Page<Delivery> deliveries(WebhookId id, PageRequest page) {
        required(store.find(id), id);
        return log.page(id, page);
    }

    private long kept(long after) {
        if (after < journal.oldest() || after > journal.newest()) {
            throw Problem.of(WebhooksProblem.OFFSET_NOT_KEPT, "Events are kept after " + journal.oldest() + " and up to " + journal.newest() + ".").exception();
        }
        return after;
    }

    private Webhook told(WebhookRow row) {
        Webhook view = view(row);
        tell(view);
        couriers.lookSoon();
        return view;
    }

    private void tell(Webhook webhook) {
        events.publish(new ChangeEvent(CHANGED, webhook.id().value(), null, clock.instant(), Map.of("webhook", webhook)));
    }

    private Webhook view(WebhookRow row) {
        Standing standing = row.standing();
        return new Webhook(row.id(), row.name(), row.url(), row.eventTypes(), row.trust(), row.owner(), row.paused(), new Webhook.Progress(state(row),
                standing.position(), standing.failures(), standing.failingSince(), standing.nextAttempt(), standing.lastDelivered(), standing.problem()),
                row.version());
    }

    private Webhook.State state(WebhookRow row) {
        if (row.paused()) {
            return Webhook.State.PAUSED;
        }
        if (audience.owner(row.owner()).isEmpty()) {
            return Webhook.State.ORPHANED;
        }
        return row.standing().failures() > 0 ? Webhook.State.FAILING : Webhook.State.DELIVERING;
    }

    private static WebhookRow required(Optional<WebhookRow> found, WebhookId id) {
        return found.orElseThrow(() -> Problem.notFound("webhook", id.value()).exception());
    }

    private static Secret madeUp() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
