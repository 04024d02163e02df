package org.moothall.licensing.internal.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** What bridges tell, added up. */
class FiguresTest {

    @Test
    void aCallThatSpansNBridgesIsOneCallAgain() {
        qt().forAll(integers().between(1, 24), integers().between(1, 40)).checkAssert((bridges, calls) -> {
            int part = Math.round(100f * calls / bridges);
            assertEquals(Usage.full(calls * 100), Figures.together(Collections.nCopies(bridges, Usage.full(part))));
        });
    }

    @Test
    void sixBridgesThatTellASixthAreNotMoreThanOneLicence() {
        assertEquals(Usage.full(100), Figures.together(Collections.nCopies(6, Usage.full(17))));
    }

    @Test
    void whatIsOffByMoreThanRoundingStaysAsItIs() {
        assertEquals(Usage.full(102), Figures.together(List.of(Usage.full(51), Usage.full(51), Usage.full(0))));
        assertEquals(Usage.full(100), Figures.together(List.of(Usage.full(50), Usage.full(51))));
        assertEquals(Usage.full(50), Figures.together(List.of(Usage.full(50))));
    }

    @Test
    void howManyUsersHaveALicenceIsTheSameOnEachBridge() {
        Figures told = new Figures(100, 2_500, 0, 0, 0, 0, 0);
        assertEquals(new Figures(200, 2_500, 0, 0, 0, 0, 0), Figures.together(List.of(told, told)));
    }

    @Test
    void eachFigureHasItsPlace() {
        int[] values = {1, 2, 3, 4, 5, 6, 7};
        Figures figures = Figures.of(values);
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7), IntStream.range(0, Figures.COUNT).mapToObj(figures::get).toList());
        assertEquals(new Figures(2, 4, 6, 8, 10, 12, 14), figures.plus(figures));
    }

    @Test
    void anAudioMeetingAndOneOfTwoPeopleTakeTheSixthOfASharedLicence() {
        Demand demand = Demand.of(new Figures(0, 0, 600, 600, 500, 0, 0));
        assertEquals(7 * Demand.ONE, demand.smp());
        assertEquals(7.0, demand.used().smpPlus());
    }

    @Test
    void recordingsAndStreamsTakeTheSameLicences() {
        assertEquals(3 * Demand.ONE, Demand.of(new Figures(0, 0, 0, 0, 0, 200, 100)).recording());
    }
}
