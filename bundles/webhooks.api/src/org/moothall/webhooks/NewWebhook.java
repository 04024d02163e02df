package org.moothall.webhooks;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Secret;
import org.moothall.core.Trust;

/**
 * What is needed to subscribe.
 *
 * @param url {@code https://host[:port]/path[?query]}, at most 2,000 characters
 * @param eventTypes as in {@link Webhook#eventTypes()}, 1 to 100
 * @param name display name, or null for the host's
 * @param secret signs what is sent, 16 to 256 characters, or null to have one made up
 * @param trust or null for the system's authorities
 * @param after id of the event to begin after, or null for what happens from now on
 */
public record NewWebhook(String url, List<String> eventTypes, @Nullable String name, @Nullable Secret secret, @Nullable Trust trust, @Nullable Long after) {
    public NewWebhook {
        eventTypes = List.copyOf(eventTypes);
    }
}
