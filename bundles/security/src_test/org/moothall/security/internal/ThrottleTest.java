package org.moothall.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.moothall.testkit.ManualClock;

class ThrottleTest {

    private final ManualClock clock = new ManualClock();
    private final Throttle throttle = new Throttle(clock);

    @Test
    void threeTokensAreThereAtOnceAndOneMoreAfterEachInterval() {
        fail(2);
        assertEquals(Duration.ZERO, throttle.waiting("anna", "a"));
        fail(1);
        assertEquals(Duration.ofSeconds(300), throttle.waiting("anna", "a"));
        clock.advance(Duration.ofSeconds(300));
        assertEquals(Duration.ZERO, throttle.waiting("anna", "a"));
        fail(1);
        assertEquals(Duration.ofSeconds(300), throttle.waiting("anna", "a"));
    }

    @Test
    void aBucketNeverHoldsMoreThanThree() {
        fail(1);
        clock.advance(Duration.ofHours(10));
        fail(3);
        assertEquals(Duration.ofSeconds(300), throttle.waiting("anna", "a"));
    }

    @Test
    void aUserWaitsWhereverTheTriesCameFrom() {
        throttle.failed("anna", "a");
        throttle.failed("Anna", "b");
        throttle.failed("ANNA", "c");
        assertEquals(Duration.ofSeconds(300), throttle.waiting("anna", "d"));
        assertEquals(Duration.ZERO, throttle.waiting("otto", "a"));
    }

    @Test
    void aSourceThatTriesManyUsersWaitsToo() {
        for (int i = 0; i < 20; i++) {
            assertEquals(Duration.ZERO, throttle.waiting("somebody else", "a"));
            throttle.failed("user" + i, "a");
        }
        assertEquals(Duration.ofSeconds(15), throttle.waiting("somebody else", "a"));
        assertEquals(Duration.ZERO, throttle.waiting("somebody else", "b"));
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed("anna", "source " + i + clock.instant());
        }
    }
}
