package org.moothall.notifications.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.notifications.internal.NotificationsFixture.condition;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.PageRequest;
import org.moothall.core.ProblemException;
import org.moothall.notifications.Notification;
import org.moothall.notifications.Severity;
import org.moothall.testkit.ManualClock;

class StoreWatchTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final NotificationsFixture fixture;
    private final RefusingDatabase database;
    private final StoredNotifications notifications;
    private final StoreWatch watch;

    StoreWatchTest(@TempDir Path directory) {
        fixture = new NotificationsFixture(directory, new ManualClock());
        database = new RefusingDatabase(fixture.store());
        notifications = new StoredNotifications(database, fixture.events, fixture.clock);
        watch = new StoreWatch(database, notifications, fixture.executors);
    }

    @AfterEach
    void close() {
        watch.close();
        fixture.close();
    }

    @Test
    void aFullDiskIsToldAlthoughItCannotBeSavedAndSavedAsClearedOnceItCan() {
        database.full(true);
        assertThrows(ProblemException.class, () -> database.writeAndWait(connection -> 1));
        fixture.scheduler.advance(SECOND);
        assertEquals(List.of(StoreWatch.FAILING), open());
        assertTrue(only().condition().explanation().contains("The disk is full."));
        fixture.scheduler.advance(SECOND.multipliedBy(5));
        assertEquals(List.of(StoreWatch.FAILING), open());

        database.full(false);
        fixture.scheduler.advance(SECOND);
        assertEquals(List.of(), open());
        Notification saved = new StoredNotifications(fixture.store(), fixture.events, fixture.clock).all(PageRequest.first()).items().get(0);
        assertEquals(StoreWatch.FAILING, saved.condition().key());
        assertEquals(fixture.clock.instant(), saved.clearedAt());
    }

    @Test
    void whatElseIsRaisedMeanwhileIsShownAndSavedLater() {
        database.full(true);
        notifications.raise(condition("acme.lamp:1", Severity.WARNING, "burnt out"));
        assertEquals(List.of("acme.lamp:1"), open());
        fixture.scheduler.advance(SECOND);
        database.full(false);
        fixture.scheduler.advance(SECOND);
        assertEquals(List.of("acme.lamp:1"), new StoredNotifications(fixture.store(), fixture.events, fixture.clock).open(PageRequest.first()).items().stream()
                .map(notification -> notification.condition().key()).toList());
    }

    @Test
    void whoAcknowledgesIsRefusedWhileItCannotBeSaved() {
        notifications.raise(condition("acme.lamp:1", Severity.WARNING, "burnt out"));
        database.full(true);
        assertThrows(ProblemException.class, () -> notifications.acknowledge(only().id().value(), "anna"));
        assertEquals(null, only().acknowledgedBy());
    }

    @Test
    void aSlowDiskIsToldUntilItHasBeenFastForTenSeconds() {
        database.takes(Duration.ofSeconds(2));
        fixture.scheduler.advance(SECOND);
        assertEquals(List.of(StoreWatch.SLOW), open());
        database.takes(Duration.ofMillis(3));
        fixture.scheduler.advance(SECOND.multipliedBy(9));
        assertEquals(List.of(StoreWatch.SLOW), open());
        fixture.scheduler.advance(SECOND);
        assertEquals(List.of(), open());
    }

    private Notification only() {
        return notifications.open(PageRequest.first()).items().get(0);
    }

    private List<String> open() {
        return notifications.open(PageRequest.first()).items().stream().map(notification -> notification.condition().key()).toList();
    }
}
