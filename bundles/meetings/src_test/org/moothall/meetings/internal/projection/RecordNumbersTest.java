package org.moothall.meetings.internal.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.moothall.meetings.internal.projection.RecordNumbers.Arrival;

class RecordNumbersTest {

    private final RecordNumbers numbers = new RecordNumbers(10);

    @Test
    void aNumberCountsOnce() {
        assertEquals(Arrival.NEW, numbers.arrive(10));
        assertEquals(Arrival.REPEATED, numbers.arrive(10));
    }

    @Test
    void aJumpIsAGapUntilItsNumbersCome() {
        numbers.arrive(10);
        assertEquals(Arrival.AFTER_GAP, numbers.arrive(13));
        assertFalse(numbers.whole());
        assertEquals(11, numbers.settled());
        assertEquals(Arrival.LATE, numbers.arrive(12));
        assertEquals(Arrival.LATE, numbers.arrive(11));
        assertTrue(numbers.whole());
        assertEquals(14, numbers.settled());
    }

    @Test
    void numbersBeforeTheFirstOneKnownAreTakenEachOnce() {
        numbers.arrive(10);
        assertEquals(Arrival.LATE, numbers.arrive(7));
        assertEquals(Arrival.LATE, numbers.arrive(8));
        assertEquals(Arrival.REPEATED, numbers.arrive(8));
        assertEquals(Arrival.LATE, numbers.arrive(9));
        assertTrue(numbers.whole());
    }

    @Test
    void whatIsGivenUpIsNotWaitedFor() {
        numbers.arrive(10);
        numbers.arrive(20);
        numbers.giveUpBelow(20);
        assertTrue(numbers.whole());
        assertEquals(Arrival.REPEATED, numbers.arrive(15));
    }
}
