package org.moothall.mediaengine.callbridge.internal.cdr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class BackOffTest {

    @Test
    void whoIsNotAcknowledgedRestsTwiceAsLongEachTimeUpToThirtySecondsAndASuccessBeginsAnew() {
        BackOff backOff = new BackOff();
        assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 30L, 30L), Stream.generate(backOff::next).limit(7).map(pause -> pause.toSeconds()).toList());
        backOff.reset();
        assertEquals(1, backOff.next().toSeconds());
    }
}
