package org.moothall.workbench.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.moothall.client.Operation.State;
import org.moothall.ui.Notices;

class OperationsModelTest {
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private final OperationsModel operations = new OperationsModel(Runnable::run, clock);
    private final AtomicInteger cancelled = new AtomicInteger();

    @Test
    void workTellsHowFarItIsAndKeepsWhatCameOfIt() {
        Notices.Progress work = operations.begin("Add Call Bridges", cancelled::incrementAndGet);
        assertEquals(1, operations.running());
        assertTrue(entry().share() < 0, "nobody knows yet how much there is");
        work.at("Connecting", 1, 4);
        assertEquals("Connecting", entry().words());
        assertEquals(0.25, entry().share());
        work.done("3 of 3 are added.");
        assertEquals(State.DONE, entry().state());
        assertEquals("3 of 3 are added.", entry().words());
        assertNull(entry().cancel(), "what has ended cannot be cancelled");
        assertEquals(0, operations.running());
    }

    @Test
    void whatIsToldAfterTheEndIsPassedOver() {
        Notices.Progress work = operations.begin("Add Call Bridges", null);
        work.failed("No answer.");
        work.close();
        work.at("Connecting", 1, 4);
        assertEquals(State.FAILED, entry().state());
        assertEquals("No answer.", entry().words());
    }

    @Test
    void closingWithoutAResultIsACancellation() {
        operations.begin("Add Call Bridges", null).close();
        assertEquals(State.CANCELLED, entry().state());
    }

    @Test
    void runningWorkStandsFirstAndIsNotForgottenWithTheEnded() {
        Notices.Progress first = operations.begin("first", null);
        operations.begin("second", null);
        first.done("");
        assertEquals("second", entry().title());
        operations.forgetEnded();
        assertEquals(1, operations.entries().get().size());
        assertEquals("second", entry().title());
    }

    @Test
    void onlyTheNewestFiftyAreKept() {
        for (int i = 0; i < 60; i++) {
            operations.begin("work " + i, null).done("");
        }
        assertEquals(50, operations.entries().get().size());
    }

    private OperationEntry entry() {
        return operations.entries().get().getFirst();
    }
}
