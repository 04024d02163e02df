package org.moothall.client.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.Call;
import org.moothall.client.WebhooksClient;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.Secret;
import org.moothall.webhooks.Delivery;
import org.moothall.webhooks.NewWebhook;
import org.moothall.webhooks.Webhook;
import org.moothall.webhooks.WebhookId;
import org.moothall.webhooks.Webhooks;

/** {@code /webhooks}. */
record WebhooksCalls(Calls api) implements WebhooksClient {

    private static final String WEBHOOKS = "/webhooks";

    @Override
    public CompletableFuture<Page<Webhook>> list() {
        return api.call(Call.get(WEBHOOKS)).thenApply(answer -> Wire.page(answer.body(), Webhook.class));
    }

    @Override
    public CompletableFuture<Webhook> get(WebhookId id) {
        return api.read(Call.get(path(id)), Webhook.class);
    }

    @Override
    public CompletableFuture<Added> add(NewWebhook webhook) {
        Map<String, Object> body = new LinkedHashMap<>();
        put(body, "url", webhook.url());
        put(body, "eventTypes", webhook.eventTypes());
        put(body, "name", webhook.name());
        put(body, "secret", webhook.secret());
        put(body, "trust", webhook.trust());
        put(body, "after", webhook.after());
        return api.call(Call.post(WEBHOOKS, body)).thenApply(answer -> {
            @Nullable String secret = Wire.text(answer.body(), "secret");
            return new Added(Wire.read(answer.body(), Webhook.class), Secret.of(secret == null ? "" : secret));
        });
    }

    @Override
    public CompletableFuture<Webhook> change(WebhookId id, Webhooks.Change change, long version) {
        Map<String, Object> body = new LinkedHashMap<>();
        put(body, "url", change.url());
        put(body, "eventTypes", change.eventTypes());
        put(body, "name", change.name());
        put(body, "secret", change.secret());
        put(body, "trust", change.trust());
        put(body, "paused", change.paused());
        return api.read(Call.patch(path(id), body).ifVersion(version), Webhook.class);
    }

    @Override
    public CompletableFuture<Void> remove(WebhookId id) {
        return api.done(Call.delete(path(id)));
    }

    @Override
    public CompletableFuture<Webhook> replay(WebhookId id, long after) {
        return api.read(Call.post(path(id) + "/replay", Map.of("after", after)), Webhook.class);
    }

    @Override
    public CompletableFuture<Page<Delivery>> deliveries(WebhookId id, PageRequest page) {
        return api.call(Call.get(path(id) + "/deliveries" + new Query().with(page))).thenApply(answer -> Wire.page(answer.body(), Delivery.class));
    }

    /** A secret is sent as it is: the API's form would show it as stars. */
    private static void put(Map<String, Object> body, String field, @Nullable Object value) {
        if (value != null) {
            body.put(field, value instanceof Secret secret ? secret.reveal() : value);
        }
    }

    private static String path(WebhookId id) {
        return WEBHOOKS + "/" + Wire.segment(id.value());
    }
}
