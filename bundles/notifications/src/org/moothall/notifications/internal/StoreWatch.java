package org.moothall.notifications.internal;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.moothall.core.Boundary;
import org.moothall.core.Executors;
import org.moothall.notifications.Condition;
import org.moothall.notifications.Severity;
import org.moothall.store.Database;
import org.moothall.store.Database.Writing;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people when the store does not take writes or takes long over them. That it takes them again is learned by writing: what
 * could not be saved of notifications is tried again each second.
 */
@Boundary
@Component(service = StoreWatch.class, immediate = true)
public final class StoreWatch {

    static final String FAILING = "store.failing:writes";
    static final String SLOW = "store.slow:writes";
    private static final Logger LOG = LoggerFactory.getLogger(StoreWatch.class);
    private static final long PERIOD_SECONDS = 1;
    private static final Duration SLOWEST = Duration.ofSeconds(1);
    /** So many looks in a row must be good before a slow disk is called good again. */
    private static final int GOOD_LOOKS = 10;

    private final Database database;
    private final StoredNotifications notifications;
    private final ScheduledExecutorService timer;
    private long refused;
    private boolean failing;
    private int good;

    /** Made by the component runtime. */
    @Activate
    public StoreWatch(@Reference Database database, @Reference StoredNotifications notifications, @Reference Executors executors) {
        this.database = database;
        this.notifications = notifications;
        notifications.clear(FAILING);
        notifications.clear(SLOW);
        refused = database.writing().refused();
        timer = executors.scheduler("store-watch");
        timer.scheduleWithFixedDelay(this::look, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    private void look() {
        try {
            Writing writing = database.writing();
            judgeSpeed(writing.latest());
            judgeSuccess(writing);
        } catch (RuntimeException e) {
            LOG.warn("The store could not be watched", e);
        }
    }

    private void judgeSuccess(Writing writing) {
        if (writing.refused() > refused && !failing) {
            failing = true;
            notifications.raise(new Condition(FAILING, Severity.ERROR, "Nothing can be saved", writing.why() + " Call detail records are not acknowledged "
                    + "meanwhile: the Call Bridges keep them and send them again. Changes that people make are refused.",
                    "Make room on the disk of the data directory, or see why it cannot be written. This server goes on by itself then; nothing that it "
                            + "acknowledged is lost.",
                    null, null));
        } else if (failing && notifications.saveUnsaved()) {
            failing = false;
            notifications.clear(FAILING);
        }
        refused = database.writing().refused();
    }

    private void judgeSpeed(Duration latest) {
        if (latest.compareTo(SLOWEST) > 0) {
            good = 0;
            notifications.raise(new Condition(SLOW, Severity.WARNING, "Saving is slow", "The disk took more than " + SLOWEST.toSeconds()
                    + " s for a write. Call detail records are acknowledged late, and what people see and change lags behind.",
                    "See what else uses the disk of the data directory, and whether it is healthy.", null, null));
        } else if (++good == GOOD_LOOKS) {
            notifications.clear(SLOW);
        }
    }
}
