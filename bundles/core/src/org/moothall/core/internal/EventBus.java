package org.moothall.core.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.moothall.core.ChangeEvent;
import org.moothall.core.ChangeEvents;
import org.moothall.core.Executors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Hands every published event to the queue of every subscriber. */
@Component
public final class EventBus implements ChangeEvents {

    /** What a subscriber may be behind before it loses the oldest. */
    static final int QUEUE = 10_000;

    private final Executors executors;
    private final List<QueuedSubscription> subscriptions = new CopyOnWriteArrayList<>();

    @Activate
    public EventBus(@Reference Executors executors) {
        this.executors = executors;
    }

    @Override
    public void publish(ChangeEvent event) {
        subscriptions.forEach(subscription -> subscription.offer(event));
    }

    @Override
    public Subscription subscribe(String name, Consumer<ChangeEvent> subscriber, Runnable lost) {
        QueuedSubscription subscription = new QueuedSubscription(name, QUEUE, subscriber, lost, executors.blocking("events-" + name, 1),
                subscriptions::remove);
        subscriptions.add(subscription);
        subscription.start();
        return subscription;
    }

    @Deactivate
    void deactivate() {
        subscriptions.forEach(QueuedSubscription::close);
    }
}
