package org.moothall.core.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moothall.core.ChangeEvent;
import org.moothall.core.ChangeEvents.Subscription;

class EventBusTest {

    private final EventBus bus = new EventBus(new NamedExecutors());
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        bus.deactivate();
    }

    @Test
    void everySubscriberHearsEveryEventInOrder() throws InterruptedException {
        List<String> other = new CopyOnWriteArrayList<>();
        CountDownLatch both = new CountDownLatch(200);
        bus.subscribe("a", event -> note(heard, event, both), () -> {});
        bus.subscribe("b", event -> note(other, event, both), () -> {});
        publish(0, 100);
        assertTrue(both.await(10, TimeUnit.SECONDS));
        assertEquals(IntStream.range(0, 100).mapToObj(String::valueOf).toList(), heard);
        assertEquals(heard, other);
    }

    @Test
    void aSubscriberThatFallsBehindLosesTheOldestAndIsToldSo() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch last = new CountDownLatch(EventBus.QUEUE + 2);
        bus.subscribe("slow", event -> {
            first.countDown();
            await(release);
            note(heard, event, last);
        }, () -> {
            heard.add("lost");
            last.countDown();
        });
        publish(0, 1);
        await(first);
        publish(1, EventBus.QUEUE + 4);
        release.countDown();
        assertTrue(last.await(20, TimeUnit.SECONDS));
        assertEquals(List.of("0", "lost", "4"), heard.subList(0, 3));
        assertEquals(String.valueOf(EventBus.QUEUE + 3), heard.get(heard.size() - 1));
    }

    @Test
    void aSubscriberThatThrowsHearsTheNextEventAllTheSame() throws InterruptedException {
        CountDownLatch second = new CountDownLatch(1);
        bus.subscribe("throws", event -> {
            if ("0".equals(event.subject())) {
                throw new IllegalStateException("expected by this test");
            }
            note(heard, event, second);
        }, () -> {});
        publish(0, 2);
        assertTrue(second.await(10, TimeUnit.SECONDS));
        assertEquals(List.of("1"), heard);
    }

    @Test
    void closingWaitsForTheRunningCallAndEndsTheCalls() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Subscription subscription = bus.subscribe("closing", event -> {
            begun.countDown();
            await(release);
            heard.add(event.subject());
        }, () -> {});
        publish(0, 2);
        await(begun);
        release.countDown();
        subscription.close();
        publish(2, 3);
        assertTrue(List.of(List.of("0"), List.of("0", "1")).contains(heard), heard::toString);
    }

    @Test
    void aSubscriberMayCloseItsOwnSubscription() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        List<Subscription> own = new CopyOnWriteArrayList<>();
        own.add(bus.subscribe("self", event -> {
            own.forEach(Subscription::close);
            note(heard, event, done);
        }, () -> {}));
        publish(0, 2);
        assertTrue(done.await(10, TimeUnit.SECONDS));
        assertEquals(List.of("0"), heard);
    }

    private void publish(int from, int to) {
        for (int i = from; i < to; i++) {
            bus.publish(new ChangeEvent("test.changed", String.valueOf(i), null, Instant.EPOCH, Map.of()));
        }
    }

    private static void note(List<String> where, ChangeEvent event, CountDownLatch latch) {
        where.add(event.subject());
        latch.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
