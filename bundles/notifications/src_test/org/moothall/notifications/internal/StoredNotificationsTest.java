package org.moothall.notifications.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.moothall.notifications.internal.NotificationsFixture.condition;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.CoreProblem;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.ProblemException;
import org.moothall.notifications.Notification;
import org.moothall.notifications.Notifications;
import org.moothall.notifications.Severity;
import org.moothall.testkit.ManualClock;

class StoredNotificationsTest {

    private final ManualClock clock = new ManualClock();
    private final Path directory;
    private NotificationsFixture fixture;

    StoredNotificationsTest(@TempDir Path directory) {
        this.directory = directory;
        this.fixture = new NotificationsFixture(directory, clock);
    }

    @BeforeEach
    void nothingIsTheCase() {
        assertEquals(List.of(), fixture.open());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whatIsRaisedIsShownSinceThenAndTold() {
        raise("servers.unreachable:1", Severity.ERROR, "London does not answer");
        Notification shown = fixture.only();
        assertEquals("London does not answer", shown.condition().message());
        assertEquals(clock.instant(), shown.raisedAt());
        assertNull(shown.clearedAt());
        assertNull(shown.acknowledgedBy());
        assertEquals(List.of(Notifications.CHANGED), fixture.events.types());
        assertEquals(shown.id().value(), fixture.events.events().get(0).subject());
        assertEquals("cluster-1", fixture.events.events().get(0).cluster());
    }

    @Test
    void otherWordsForTheSameKeyUpdateItInPlace() {
        raise("a.b:1", Severity.WARNING, "9 of 10");
        Notification before = fixture.only();
        clock.advance(Duration.ofMinutes(5));
        raise("a.b:1", Severity.WARNING, "10 of 10");
        Notification after = fixture.only();
        assertEquals(before.id(), after.id());
        assertEquals(before.raisedAt(), after.raisedAt());
        assertEquals("10 of 10", after.condition().message());
        assertEquals(2, fixture.events.events().size());
    }

    @Test
    void theSameSaidAgainIsNoNews() {
        raise("a.b:1", Severity.WARNING, "same");
        raise("a.b:1", Severity.WARNING, "same");
        assertEquals(1, fixture.events.events().size());
    }

    @Test
    void whatIsClearedIsNoLongerOpenButShownForSevenDays() {
        raise("a.b:1", Severity.WARNING, "gone soon");
        clock.advance(Duration.ofHours(1));
        fixture.notifications.clear("a.b:1");
        assertEquals(List.of(), fixture.open());
        assertEquals(clock.instant(), fixture.all().get(0).clearedAt());
        clock.advance(StoredNotifications.KEPT);
        assertEquals(1, fixture.all().size());
        clock.advance(Duration.ofMillis(1));
        assertEquals(List.of(), fixture.all());
    }

    @Test
    void clearingWhatWasNotRaisedDoesNothing() {
        fixture.notifications.clear("a.b:1");
        assertEquals(List.of(), fixture.events.events());
    }

    @Test
    void whatComesAgainAfterItWasClearedIsANewNotification() {
        raise("a.b:1", Severity.WARNING, "again");
        Notification first = fixture.only();
        fixture.notifications.acknowledge(first.id().value(), "anna");
        fixture.notifications.clear("a.b:1");
        clock.advance(Duration.ofMinutes(1));
        raise("a.b:1", Severity.WARNING, "again");
        Notification second = fixture.only();
        assertNotEquals(first.id(), second.id());
        assertEquals(clock.instant(), second.raisedAt());
        assertNull(second.acknowledgedBy());
        assertEquals(2, fixture.all().size());
    }

    @Test
    void everythingOfAPrefixIsClearedAtOnce() {
        raise("servers.a:1", Severity.WARNING, "a");
        raise("servers.b:1", Severity.WARNING, "b");
        raise("meetings.a:1", Severity.WARNING, "c");
        fixture.notifications.clearAll("servers.");
        assertEquals("c", fixture.only().condition().message());
    }

    @Test
    void whoAcknowledgedItIsNotedAndTold() {
        raise("a.b:1", Severity.WARNING, "seen");
        String id = fixture.only().id().value();
        assertEquals("anna", fixture.notifications.acknowledge(id, "anna").acknowledgedBy());
        assertEquals("anna", fixture.only().acknowledgedBy());
        assertEquals(2, fixture.events.events().size());
    }

    @Test
    void whatGetsWorseMustBeSeenToAgainAndWhatGetsBetterNot() {
        raise("a.b:1", Severity.WARNING, "bad");
        fixture.notifications.acknowledge(fixture.only().id().value(), "anna");
        raise("a.b:1", Severity.INFORMATION, "better");
        assertEquals("anna", fixture.only().acknowledgedBy());
        raise("a.b:1", Severity.ERROR, "worse");
        assertNull(fixture.only().acknowledgedBy());
    }

    @Test
    void whatIsUnknownCannotBeAcknowledged() {
        ProblemException refused = assertThrows(ProblemException.class, () -> fixture.notifications.acknowledge("nothing", "anna"));
        assertEquals(CoreProblem.NOT_FOUND, refused.problem().code());
    }

    @Test
    void afterARestartEverythingIsAsBefore() {
        raise("a.b:1", Severity.ERROR, "stays");
        raise("a.b:2", Severity.WARNING, "cleared");
        fixture.notifications.clear("a.b:2");
        fixture.notifications.acknowledge(fixture.only().id().value(), "anna");
        List<Notification> all = fixture.all();
        Notification open = fixture.only();
        restart();
        assertEquals(all, fixture.all());
        assertEquals(open, fixture.only());
        raise("a.b:1", Severity.ERROR, "stays");
        assertEquals(open, fixture.only());
        assertEquals(List.of(), fixture.events.events());
    }

    @Test
    void theWorstComesFirstAndOfEquallyBadTheNewest() {
        raise("a:1", Severity.WARNING, "older warning");
        raise("a:2", Severity.INFORMATION, "information");
        clock.advance(Duration.ofMinutes(1));
        raise("a:3", Severity.ERROR, "error");
        clock.advance(Duration.ofMinutes(1));
        raise("a:4", Severity.WARNING, "newer warning");
        List<String> order = List.of("error", "newer warning", "older warning", "information");
        assertEquals(order, messages(fixture.open()));
        assertEquals(order, messages(fixture.all()));
    }

    @Test
    void pagesFollowOnOneAnotherAndTheLastHasNoNext() {
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            raise("a:" + i, Severity.WARNING, "number " + i);
            expected.add("number " + i);
        }
        List<String> read = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<Notification> page = fixture.notifications.open(new PageRequest(2, cursor));
            assertEquals(5, page.total());
            sizes.add(page.items().size());
            read.addAll(messages(page.items()));
            cursor = page.next();
        } while (cursor != null);
        assertEquals(List.of(2, 2, 1), sizes);
        assertEquals(expected, read);
    }

    @Test
    void aMadeUpCursorIsRefused() {
        ProblemException refused = assertThrows(ProblemException.class, () -> fixture.notifications.open(new PageRequest(2, "x")));
        assertEquals(CoreProblem.INVALID_INPUT, refused.problem().code());
        assertEquals("cursor", refused.problem().violations().get(0).field());
    }

    private void restart() {
        fixture.close();
        fixture = new NotificationsFixture(directory, clock);
    }

    private void raise(String key, Severity severity, String message) {
        fixture.notifications.raise(condition(key, severity, message));
    }

    private static List<String> messages(List<Notification> notifications) {
        return notifications.stream().map(notification -> notification.condition().message()).toList();
    }
}
