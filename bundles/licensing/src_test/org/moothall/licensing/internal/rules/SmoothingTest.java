package org.moothall.licensing.internal.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Medians of three and daily peaks. */
class SmoothingTest {

    private static final long DAY = 20_000;
    private static final long FIRST = Bins.firstOf(DAY);

    @Test
    void ofThreeTheMiddleOneCounts() {
        qt().forAll(integers().between(0, 9), integers().between(0, 9), integers().between(0, 9)).checkAssert((a, b, c) -> assertEquals(
                Stream.of(a, b, c).sorted().toList().get(1).longValue(), values(Usage.bin(1, a), Usage.bin(2, b), Usage.bin(3, c)).get(1)));
    }

    @Test
    void whatOnlyOneBinShowsIsNoPeak() {
        assertEquals(List.of(2L, 2L, 2L), values(Usage.bin(1, 2), Usage.bin(2, 50), Usage.bin(3, 2)));
    }

    @Test
    void besideAnUnknownBinTheLowerOfTwoCounts() {
        assertEquals(List.of(3L, 3L), values(Usage.bin(1, 9), Usage.bin(2, 3), Usage.unknown(3)));
        assertEquals(List.of(3L, 3L), values(Usage.unknown(0), Usage.bin(1, 3), Usage.bin(2, 9)));
    }

    @Test
    void betweenTwoUnknownBinsABinCountsAsItIs() {
        assertEquals(List.of(7L), values(Usage.unknown(1), Usage.bin(2, 7), Usage.unknown(3)));
    }

    @Test
    void typesAreSmoothedEachByItself() {
        List<ClusterBin> bins = List.of(bin(1, 100, 900), bin(2, 900, 100), bin(3, 100, 100));
        assertEquals(new Demand(600, 600, 0), Smoothing.of(bins).get(1).value());
    }

    @Test
    void aPeakOverMidnightIsSeenByBothDays() {
        List<ClusterBin> bins = List.of(Usage.bin(FIRST - 2, 1), Usage.bin(FIRST - 1, 8), Usage.bin(FIRST, 8), Usage.bin(FIRST + 1, 1));
        assertEquals(List.of(8L, 8L), DayPeak.of(bins).stream().map(day -> day.peak().smp() / Demand.ONE).toList());
    }

    @Test
    void theDaysOfAnyOrderAreTheSame() {
        Random random = new Random(7);
        List<ClusterBin> bins = new ArrayList<>();
        for (long bin = FIRST; bin < FIRST + 3 * Bins.A_DAY; bin++) {
            bins.add(random.nextInt(10) == 0 ? Usage.unknown(bin) : Usage.bin(bin, random.nextInt(30)));
        }
        List<DayPeak> days = DayPeak.of(bins);
        Collections.shuffle(bins, random);
        assertEquals(days, DayPeak.of(bins));
        assertEquals(List.of(DAY, DAY + 1, DAY + 2), days.stream().map(DayPeak::day).toList());
    }

    @Test
    void aDayTellsHowManyOfItsBinsAreKnownAndHowManyWhole() {
        ClusterBin partly = new ClusterBin(FIRST + 1, Usage.full(100), 1, 2);
        assertEquals(List.of(new DayPeak(DAY, new Demand(0, Demand.ONE, 0), 2, 1)),
                DayPeak.of(List.of(Usage.bin(FIRST, 1), partly, Usage.unknown(FIRST + 2))));
    }

    @Test
    void aDayBelongsToUtc() {
        assertEquals(List.of(DAY - 1, DAY), DayPeak.of(List.of(Usage.bin(FIRST - 1, 1), Usage.bin(FIRST, 1))).stream().map(DayPeak::day).toList());
    }

    private static ClusterBin bin(long bin, int pmp, int full) {
        return new ClusterBin(bin, new Figures(pmp, 0, 0, 0, full, 0, 0), 1, 1);
    }

    private static List<Long> values(ClusterBin... bins) {
        return Smoothing.of(List.of(bins)).stream().map(smooth -> smooth.value().smp() / Demand.ONE).toList();
    }
}
