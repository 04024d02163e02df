package org.moothall.notifications.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.notifications.internal.NotificationsFixture.condition;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.ChangeEvent;
import org.moothall.notifications.Condition;
import org.moothall.notifications.Notification;
import org.moothall.notifications.Severity;
import org.moothall.notifications.spi.NotificationSource;
import org.moothall.testkit.ManualClock;

class SourcePollingTest {

    private static final Duration PERIOD = Duration.ofSeconds(30);
    private static final int TRIES = 100;
    private static final long PATIENCE_MILLIS = 200;
    private static final Condition FIRST = condition("acme.a:1", Severity.WARNING, "first");
    private static final Condition SECOND = condition("acme.a:2", Severity.WARNING, "second");

    private final NotificationsFixture fixture;
    private final SourcePolling polling;
    private final BlockingQueue<ChangeEvent> changes = new LinkedBlockingQueue<>();

    SourcePollingTest(@TempDir Path directory) {
        fixture = new NotificationsFixture(directory, new ManualClock());
        fixture.events.subscribe("test", changes::add, () -> {});
        polling = new SourcePolling(fixture.notifications, fixture.executors);
    }

    @AfterEach
    void close() {
        polling.close();
        fixture.close();
    }

    @Test
    void whatASourceSaysIsRaisedAndWhatItNoLongerSaysIsCleared() throws InterruptedException {
        Asked source = new Asked("acme.");
        polling.add(source);
        answer(source, List.of(FIRST, SECOND));
        awaitChanges(2);
        assertEquals(List.of("first", "second"), messages());
        answer(source, List.of(SECOND));
        awaitChanges(1);
        assertEquals(List.of("second"), messages());
    }

    @Test
    void whatOthersRaisedIsNotClearedByASourceThatKnowsNothingOfIt() throws InterruptedException {
        fixture.notifications.raise(condition("servers.a:1", Severity.ERROR, "of the servers"));
        awaitChanges(1);
        Asked source = new Asked("acme.");
        polling.add(source);
        answer(source, List.of(FIRST));
        awaitChanges(1);
        assertEquals(List.of("of the servers", "first"), messages());
    }

    @Test
    void aSourceSpeaksForItsOwnKeysOnly() throws InterruptedException {
        Asked source = new Asked("acme.");
        polling.add(source);
        answer(source, List.of(condition("servers.a:1", Severity.ERROR, "not its own"), FIRST));
        awaitChanges(1);
        assertEquals(List.of("first"), messages());
    }

    @Test
    void aSourceThatHangsHoldsUpNoOther() throws InterruptedException {
        Asked hanging = new Asked("slow.");
        Asked source = new Asked("acme.");
        polling.add(hanging);
        polling.add(source);
        answer(source, List.of(FIRST));
        awaitChanges(1);
        assertEquals(List.of("first"), messages());
    }

    @Test
    void aSourceThatFailsKeepsWhatItSaidLastAndIsAskedAgain() throws InterruptedException {
        fixture.notifications.raise(FIRST);
        Failing source = new Failing();
        polling.add(source);
        awaitAsked(source);
        awaitAsked(source); // so the first answer was dealt with
        assertEquals(List.of("first"), messages());
    }

    @Test
    void aSourceThatIsGoneIsNoLongerAsked() throws InterruptedException {
        Asked source = new Asked("acme.");
        polling.add(source);
        answer(source, List.of(FIRST));
        awaitChanges(1);
        polling.remove(source);
        fixture.scheduler.advance(PERIOD);
        assertEquals(false, source.answers().offer(List.of()));
        assertEquals(List.of("first"), messages());
    }

    /** Lets time pass until the source is asked: it is not while its last answer is being dealt with. */
    private void answer(Asked source, List<Condition> conditions) throws InterruptedException {
        boolean told = false;
        for (int tries = 0; !told && tries < TRIES; tries++) {
            fixture.scheduler.advance(PERIOD);
            told = source.answers().offer(conditions, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        }
        assertTrue(told, "the source was not asked");
    }

    private void awaitAsked(Failing source) throws InterruptedException {
        boolean asked = false;
        for (int tries = 0; !asked && tries < TRIES; tries++) {
            fixture.scheduler.advance(PERIOD);
            asked = source.asked.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        }
        assertTrue(asked, "the source was not asked");
    }

    private void awaitChanges(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            assertTrue(changes.poll(20, TimeUnit.SECONDS) != null, "nothing changed");
        }
    }

    private List<String> messages() {
        return fixture.open().stream().map(Notification::condition).map(Condition::message).toList();
    }

    /** A source that waits for the test to tell its answer. */
    private record Asked(String keyPrefix, SynchronousQueue<List<Condition>> answers) implements NotificationSource {

        Asked(String keyPrefix) {
            this(keyPrefix, new SynchronousQueue<>());
        }

        @Override
        public List<Condition> conditions() {
            try {
                return answers.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** A source with a bug. */
    private static final class Failing implements NotificationSource {

        private final Semaphore asked = new Semaphore(0);

        @Override
        public String keyPrefix() {
            return "acme.";
        }

        @Override
        public List<Condition> conditions() {
            asked.release();
            throw new IllegalStateException("broken on purpose");
        }
    }
}
