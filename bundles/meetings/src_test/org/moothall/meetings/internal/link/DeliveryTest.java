package org.moothall.meetings.internal.link;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;

import org.junit.jupiter.api.Test;

class DeliveryTest {

    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

    private final Delivery delivery = new Delivery();

    @Test
    void whatWasWrittenBeforeWeCameIsNotMissed() {
        assertTrue(delivery.arriving(-1, 500, START));
        assertTrue(delivery.arriving(-1, 500, START.plusSeconds(120)));
        assertTrue(delivery.arriving(-1, 500, START.plusSeconds(240)));
    }

    @Test
    void whatWasWrittenAMinuteAgoAndIsNotHereDoesNotArrive() {
        delivery.arriving(-1, 500, START);
        delivery.arriving(-1, 510, START.plusSeconds(120));
        assertFalse(delivery.arriving(-1, 520, START.plusSeconds(240)));
    }

    @Test
    void whatCameIsNotMissedAlthoughNewerOnesAreUnderWay() {
        delivery.arriving(-1, 500, START);
        delivery.arriving(505, 510, START.plusSeconds(120));
        assertTrue(delivery.arriving(510, 520, START.plusSeconds(240)));
    }

    @Test
    void recordsThatComeAgainEndTheComplaint() {
        delivery.arriving(-1, 500, START);
        delivery.arriving(-1, 510, START.plusSeconds(120));
        assertFalse(delivery.arriving(-1, 520, START.plusSeconds(240)));
        assertTrue(delivery.arriving(520, 530, START.plusSeconds(360)));
    }

    @Test
    void aBridgeThatStartsAnewIsJudgedAnew() {
        delivery.arriving(-1, 500, START);
        assertTrue(delivery.arriving(-1, 3, START.plusSeconds(120)));
        assertTrue(delivery.arriving(-1, 3, START.plusSeconds(240)));
    }

    @Test
    void aBridgeThatDoesNotTellItsNumberIsNotJudged() {
        assertTrue(delivery.arriving(-1, -1, START));
        assertTrue(delivery.arriving(-1, -1, START.plusSeconds(600)));
    }
}
