package org.moothall.webhooks.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.moothall.core.ChangeEvent;
import org.moothall.store.Journal.Entry;
import org.moothall.webhooks.Envelope;
import org.moothall.webhooks.Envelope.Event;
import org.moothall.webhooks.WebhookId;

/**
 * The next events for one receiver.
 *
 * @param upTo id of the last event that is in it or does not concern the receiver
 */
record Parcel(List<Event> events, long upTo) {

    static final int MOST = 100;

    Parcel {
        events = List.copyOf(events);
    }

    /** Those of these entries that are wanted, until it is full. */
    static Parcel of(long position, List<Entry> entries, Predicate<ChangeEvent> wanted) {
        List<Event> events = new ArrayList<>();
        long upTo = position;
        for (Entry entry : entries) {
            if (events.size() == MOST) {
                break;
            }
            ChangeEvent event = entry.event();
            if (wanted.test(event)) {
                events.add(new Event(entry.id(), event.type(), event.subject(), event.cluster(), event.at(), event.data()));
            }
            upTo = entry.id();
        }
        return new Parcel(events, upTo);
    }

    Envelope envelope(WebhookId webhook, boolean reset) {
        return new Envelope(webhook, events, reset);
    }
}
