package org.moothall.meetings.internal.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

class RoomTest {

    private static final long AN_HOUR = 3_600_000;

    @Test
    void whoComesWhenThereIsNoRoomGetsItInTheOrderOfComing() {
        Room room = new Room(10, AN_HOUR);
        assertTrue(room.take(10).join());
        List<String> order = new ArrayList<>();
        room.take(6).thenAccept(there -> order.add("first " + there));
        room.take(4).thenAccept(there -> order.add("second " + there));
        room.take(1).thenAccept(there -> order.add("third " + there));
        room.giveBack(5);
        assertEquals(List.of(), order, "a small one does not overtake a large one");
        room.giveBack(5);
        assertEquals(List.of("first true", "second true"), order);
        room.giveBack(4);
        assertEquals(List.of("first true", "second true", "third true"), order);
    }

    @Test
    void whoWaitedInVainTakesNoRoom() {
        Room room = new Room(10, 1);
        assertTrue(room.take(10).join());
        assertFalse(room.take(10).join());
        room.giveBack(10);
        assertTrue(room.take(10).join());
    }

    @Test
    void whatIsLargerThanTheRoomGetsAllOfIt() {
        Room room = new Room(10, AN_HOUR);
        assertTrue(room.take(1_000).join());
        CompletableFuture<Boolean> next = room.take(1);
        assertFalse(next.isDone());
        room.giveBack(1_000);
        assertTrue(next.join());
        room.giveBack(1);
        assertTrue(room.take(10).join());
    }
}
