package org.moothall.client;

import java.util.concurrent.CompletableFuture;

import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.Secret;
import org.moothall.webhooks.Delivery;
import org.moothall.webhooks.NewWebhook;
import org.moothall.webhooks.Webhook;
import org.moothall.webhooks.WebhookId;
import org.moothall.webhooks.Webhooks;

/** Who is sent change events. Threads and failures as {@link Client} says. */
public interface WebhooksClient {

    /** All by name. */
    CompletableFuture<Page<Webhook>> list();

    /** One; {@code core.not-found}. */
    CompletableFuture<Webhook> get(WebhookId id);

    /** Subscribes in the name of the signed-in user. */
    CompletableFuture<Added> add(NewWebhook webhook);

    /** Changes one that is still at this version; null keeps what was. */
    CompletableFuture<Webhook> change(WebhookId id, Webhooks.Change change, long version);

    /** Unsubscribes. */
    CompletableFuture<Void> remove(WebhookId id);

    /** Has everything sent again that happened after this event. */
    CompletableFuture<Webhook> replay(WebhookId id, long after);

    /** A page of the attempts to deliver, newest first. */
    CompletableFuture<Page<Delivery>> deliveries(WebhookId id, PageRequest page);

    /** What was added. @param secret with which everything is signed; it comes this once */
    record Added(Webhook webhook, Secret secret) {}
}
