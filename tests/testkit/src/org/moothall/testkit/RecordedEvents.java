package org.moothall.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.moothall.core.ChangeEvent;
import org.moothall.core.ChangeEvents;

/** Keeps what was published and calls subscribers on the publishing thread. Thread-safe. */
public final class RecordedEvents implements ChangeEvents {

    private final List<ChangeEvent> events = new CopyOnWriteArrayList<>();
    private final List<Consumer<ChangeEvent>> subscribers = new CopyOnWriteArrayList<>();

    @Override
    public void publish(ChangeEvent event) {
        events.add(event);
        subscribers.forEach(subscriber -> subscriber.accept(event));
    }

    @Override
    public Subscription subscribe(String name, Consumer<ChangeEvent> subscriber, Runnable lost) {
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    /** All that was published, oldest first. */
    public List<ChangeEvent> events() {
        return List.copyOf(events);
    }

    /** The types of what was published, oldest first. */
    public List<String> types() {
        return events.stream().map(ChangeEvent::type).toList();
    }
}
