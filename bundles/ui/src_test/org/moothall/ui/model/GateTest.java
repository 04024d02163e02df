package org.moothall.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {
    private final List<Runnable> waiting = new ArrayList<>();
    private final Gate gate = new Gate(waiting::add);
    private final List<String> ran = new ArrayList<>();

    @Test
    void whatWasAskedForBeforeItClosedDoesNotRunAfterwards() {
        gate.execute(() -> ran.add("first"));
        waiting.removeFirst().run();
        gate.execute(() -> ran.add("second"));
        gate.close();
        waiting.removeFirst().run();
        assertEquals(List.of("first"), ran);
    }
}
