package org.moothall.webhooks;

import org.moothall.core.Id;

/** Identifies a webhook. */
public record WebhookId(String value) implements Id {
    public WebhookId {
        Id.checked(value);
    }
}
