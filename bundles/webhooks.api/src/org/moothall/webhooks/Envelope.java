package org.moothall.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What a receiver is sent, as JSON. The same events may be sent again when it is not known whether they arrived: whoever must
 * not do a thing twice remembers the last id.
 *
 * @param webhook id of the webhook
 * @param events in the order in which they happened, at most 100
 * @param reset true when events before these were lost because the receiver was away for longer than they are kept: read anew
 */
public record Envelope(WebhookId webhook, List<Event> events, boolean reset) {

    public Envelope {
        events = List.copyOf(events);
    }

    /** A change. @param id as on {@code /api/v1/events} @param type @param subject @param cluster @param at @param data as in a change event there */
    public record Event(long id, String type, String subject, @Nullable String cluster, Instant at, Map<String, Object> data) {
        public Event {
            data = Map.copyOf(data);
        }
    }
}
