package org.moothall.core.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.moothall.core.ChangeEvent;
import org.moothall.core.ChangeEvents;
import org.moothall.core.Executors;
import org.moothall.core.Mailbox;
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
    private final List<Mailbox<ChangeEvent>> mailboxes = new CopyOnWriteArrayList<>();

    @Activate
    public EventBus(@Reference Executors executors) {
        this.executors = executors;
    }

    @Override
    public void publish(ChangeEvent event) {
        mailboxes.forEach(mailbox -> mailbox.put(event));
    }

    @Override
    public Subscription subscribe(String name, Consumer<ChangeEvent> subscriber, Runnable lost) {
        Mailbox<ChangeEvent> mailbox = new Mailbox<>(executors, "events-" + name, QUEUE, subscriber, lost);
        mailboxes.add(mailbox);
        return () -> {
            mailboxes.remove(mailbox);
            mailbox.close();
        };
    }

    @Deactivate
    void deactivate() {
        mailboxes.forEach(Mailbox::close);
    }
}
