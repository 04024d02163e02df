package org.moothall.webhooks;

import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.Secret;
import org.moothall.core.Trust;
import org.moothall.security.UserId;

/**
 * Sends change events to whoever subscribed: signed, in order, each at least once, tried again until it is taken. Of several
 * instances on one store one sends. Service; thread-safe.
 */
public interface Webhooks {

    /** Change event; data: {@code webhook} → {@link Webhook}. Told of changes of configuration and state, not of each delivery. */
    String CHANGED = "webhooks.webhook-changed";
    /** Change event; the subject is gone. */
    String REMOVED = "webhooks.webhook-removed";
    /** There may be this many. */
    int MOST = 100;

    /** All by name. */
    List<Webhook> all();

    /** The webhook of this id. */
    Optional<Webhook> find(WebhookId id);

    /**
     * Subscribes.
     *
     * @param owner whose permissions decide which events are sent
     * @throws org.moothall.core.ProblemException {@code core.invalid-input}, {@link WebhooksProblem#TOO_MANY} or {@link WebhooksProblem#OFFSET_NOT_KEPT}
     */
    Added add(NewWebhook webhook, UserId owner);

    /** What was added. @param secret with which everything is signed; it cannot be asked for again */
    record Added(Webhook webhook, Secret secret) {}

    /** Changes what is not null, and tries at once what is due. {@code version} must be current. */
    Webhook update(WebhookId id, Change change, long version);

    /** What changes; null keeps what was. */
    record Change(@Nullable String url, @Nullable List<String> eventTypes, @Nullable String name, @Nullable Secret secret, @Nullable Trust trust,
            @Nullable Boolean paused) {}

    /** Unsubscribes; what was not delivered never will be. */
    void remove(WebhookId id);

    /** Sends everything again that happened after this event. {@link WebhooksProblem#OFFSET_NOT_KEPT} */
    Webhook replay(WebhookId id, long after);

    /** The attempts, newest first; the last 1,000 are kept. */
    Page<Delivery> deliveries(WebhookId id, PageRequest page);
}
