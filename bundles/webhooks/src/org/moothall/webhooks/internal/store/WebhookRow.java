package org.moothall.webhooks.internal.store;

import java.util.List;

import org.moothall.core.Trust;
import org.moothall.security.UserId;
import org.moothall.webhooks.WebhookId;

/**
 * A webhook as it is kept; its secret is in the vault.
 *
 * @param generation grows whenever what is under way counts no more: a change, a replay
 */
public record WebhookRow(WebhookId id, String name, String url, List<String> eventTypes, Trust trust, UserId owner, boolean paused, Standing standing,
        long generation, long version) {

    public WebhookRow {
        eventTypes = List.copyOf(eventTypes);
    }

    /** Where its secret is kept. */
    public String vaultName() {
        return "webhooks/webhook/" + id.value();
    }
}
