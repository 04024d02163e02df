package org.moothall.web.internal.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class EventRingTest {

    private final EventRing ring = new EventRing(3);

    @Test
    void whatIsStillThereIsGivenInOrder() {
        ring.restart(10);
        add(11, 12, 13);
        assertEquals(Optional.of(List.of(12L, 13L)), idsAfter(11));
        assertEquals(Optional.of(List.of()), idsAfter(13));
    }

    @Test
    void whoIsBehindTheOldestIsSentToTheStore() {
        ring.restart(10);
        assertEquals(Optional.empty(), idsAfter(9));
        add(11, 12, 13, 14);
        assertEquals(Optional.empty(), idsAfter(10));
        assertEquals(Optional.of(List.of(12L, 13L, 14L)), idsAfter(11));
    }

    @Test
    void entriesThatCameBeforeTheStartWasKnownAreNeitherLostNorGivenTwice() {
        add(9, 10, 11);
        ring.restart(10);
        assertEquals(Optional.of(List.of(11L)), idsAfter(10));
    }

    @Test
    void aPageIsNoLongerThanAskedFor() {
        ring.restart(0);
        add(1, 2, 3);
        assertEquals(2, ring.after(0, 2).orElseThrow().size());
    }

    private void add(long... ids) {
        for (long id : ids) {
            ring.add(new Framed(id, "t", "{}"));
        }
    }

    private Optional<List<Long>> idsAfter(long id) {
        return ring.after(id, 100).map(entries -> entries.stream().map(Framed::id).toList());
    }
}
