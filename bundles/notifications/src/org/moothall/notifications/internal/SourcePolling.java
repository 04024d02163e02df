package org.moothall.notifications.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.moothall.core.Executors;
import org.moothall.notifications.Condition;
import org.moothall.notifications.spi.NotificationSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every source every 30 seconds; one that fails or hangs keeps what it said last and holds up no other. */
@Component(service = SourcePolling.class, immediate = true)
public final class SourcePolling {

    private static final Logger LOG = LoggerFactory.getLogger(SourcePolling.class);
    private static final long PERIOD_SECONDS = 30;
    private static final long PATIENCE_SECONDS = 10;
    private static final int AT_ONCE = 16;

    private final StoredNotifications notifications;
    private final ExecutorService threads;
    private final ScheduledExecutorService timer;
    private final Map<NotificationSource, Future<?>> asked = new ConcurrentHashMap<>();
    private final Set<NotificationSource> sources = ConcurrentHashMap.newKeySet();

    /** Made by the component runtime. */
    @Activate
    public SourcePolling(@Reference StoredNotifications notifications, @Reference Executors executors) {
        this.notifications = notifications;
        this.threads = executors.blocking("notification-sources", AT_ONCE);
        this.timer = executors.scheduler("notification-poll");
        timer.scheduleWithFixedDelay(this::askAll, 1, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
        threads.shutdownNow();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(NotificationSource source) {
        sources.add(source);
    }

    void remove(NotificationSource source) {
        sources.remove(source);
        asked.remove(source);
    }

    private void askAll() {
        for (NotificationSource source : sources) {
            Future<?> before = asked.get(source);
            if (before == null || before.isDone()) {
                asked.put(source, threads.submit(() -> ask(source)));
            }
        }
    }

    private void ask(NotificationSource source) {
        Future<List<Condition>> answer = threads.submit(source::conditions);
        try {
            apply(source.keyPrefix(), answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            LOG.warn("The notification source {} did not answer within {} s.", source.keyPrefix(), PATIENCE_SECONDS);
        } catch (ExecutionException e) {
            LOG.warn("The notification source {} failed.", source.keyPrefix(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void apply(String prefix, List<Condition> conditions) {
        Set<String> gone = new HashSet<>(notifications.openKeys(prefix));
        for (Condition condition : conditions) {
            if (condition.key().startsWith(prefix)) {
                notifications.raise(condition);
                gone.remove(condition.key());
            } else {
                LOG.warn("The notification source {} speaks of {}, which is not its own.", prefix, condition.key());
            }
        }
        gone.forEach(notifications::clear);
    }
}
