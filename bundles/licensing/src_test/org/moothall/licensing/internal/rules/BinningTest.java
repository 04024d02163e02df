package org.moothall.licensing.internal.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Snapshots to bins. */
class BinningTest {

    private static final long DAY = 20_000L * 86_400;
    private static final long FIRST = Bins.of(DAY);
    private static final int EXAMPLES = 300;

    @Test
    void whateverTheOrderAndRepetitionTheBinsAreTheSame() {
        qt().withExamples(EXAMPLES).forAll(longs().all(), integers().between(1, 5)).checkAssert((seed, hosts) -> {
            Random random = new Random(seed);
            List<HostSpan> spans = spans(hosts);
            List<Snapshot> told = told(random, hosts);
            List<Snapshot> mixed = new ArrayList<>(told);
            told.stream().filter(snapshot -> random.nextBoolean()).forEach(mixed::add);
            Collections.shuffle(mixed, random);
            assertEquals(new Binning(spans, told).bins(FIRST, FIRST + 40), new Binning(spans, mixed).bins(FIRST, FIRST + 40));
        });
    }

    @Test
    void binsMadePieceByPieceAreThoseMadeAtOnce() {
        qt().withExamples(EXAMPLES).forAll(longs().all(), integers().between(0, 39)).checkAssert((seed, cut) -> {
            List<HostSpan> spans = spans(3);
            List<Snapshot> told = told(new Random(seed), 3);
            List<ClusterBin> pieces = new ArrayList<>(new Binning(spans, within(told, FIRST, FIRST + cut)).bins(FIRST, FIRST + cut));
            pieces.addAll(new Binning(spans, within(told, FIRST + cut + 1, FIRST + 40)).bins(FIRST + cut + 1, FIRST + 40));
            assertEquals(new Binning(spans, told).bins(FIRST, FIRST + 40), pieces);
        });
    }

    @Test
    void twoThingsToldOfOneMomentGiveTheSameBinWhicheverCameFirst() {
        Snapshot less = new Snapshot("a", DAY, Usage.full(100));
        Snapshot more = new Snapshot("a", DAY, Usage.full(200));
        assertEquals(one(less, more), one(more, less));
        assertEquals(Usage.full(200), one(less, more).used());
    }

    @Test
    void theLastSnapshotInABinStandsForIt() {
        assertEquals(Usage.full(300), one(new Snapshot("a", DAY + 299, Usage.full(300)), new Snapshot("a", DAY, Usage.full(900))).used());
    }

    @Test
    void whatIsToldInTheSecondAfterABinIsOfTheNext() {
        List<ClusterBin> bins = new Binning(spans(1), List.of(new Snapshot("h0", DAY, Usage.full(100)), new Snapshot("h0", DAY + 300, Usage.full(200))))
                .bins(FIRST, FIRST + 1);
        assertEquals(List.of(Usage.full(100), Usage.full(200)), bins.stream().map(ClusterBin::used).toList());
    }

    @Test
    void aBinBetweenTwoReportsHasTheReportOfTheLastMinuteBeforeIt() {
        assertEquals(List.of(0), missing(new Snapshot("h0", DAY - 60, Usage.full(100))));
        assertEquals(List.of(1), missing(new Snapshot("h0", DAY - 61, Usage.full(100))));
    }

    @Test
    void aBinOfWhichNobodyTellsIsUnknownAndNotZero() {
        ClusterBin bin = new Binning(spans(2), List.of()).bins(FIRST, FIRST).getFirst();
        assertTrue(bin.unknown());
        assertEquals(2, bin.missing());
    }

    @Test
    void aHostThatDoesNotTellMarksTheBinAndTheOthersCount() {
        ClusterBin bin = new Binning(spans(2), List.of(new Snapshot("h1", DAY, Usage.full(400)))).bins(FIRST, FIRST).getFirst();
        assertEquals(new ClusterBin(FIRST, Usage.full(400), 1, 2), bin);
    }

    @Test
    void aHostIsExpectedFromItsFirstReportUntilItIsGone() {
        HostSpan span = new HostSpan("a", Bins.start(FIRST + 1) + 17, Bins.start(FIRST + 3) + 17);
        assertEquals(List.of(FIRST + 1, FIRST + 2), new Binning(List.of(span), List.of()).bins(FIRST, FIRST + 9).stream().map(ClusterBin::bin).toList());
    }

    @Test
    void aHostThatIsGoneExactlyAtTheEndOfABinIsExpectedInIt() {
        HostSpan span = new HostSpan("a", Bins.start(FIRST), Bins.end(FIRST));
        assertEquals(1, new Binning(List.of(span), List.of()).bins(FIRST, FIRST + 9).size());
    }

    @Test
    void beforeTheFirstHostThereAreNoBins() {
        assertEquals(List.of(), new Binning(List.of(), List.of(new Snapshot("stranger", DAY, Usage.full(100)))).bins(FIRST, FIRST + 9));
    }

    private static ClusterBin one(Snapshot... told) {
        return new Binning(List.of(new HostSpan("a", DAY, HostSpan.STAYS)), List.of(told)).bins(FIRST, FIRST).getFirst();
    }

    private static List<Integer> missing(Snapshot... told) {
        return new Binning(spans(1), List.of(told)).bins(FIRST, FIRST).stream().map(ClusterBin::missing).toList();
    }

    private static List<HostSpan> spans(int hosts) {
        return java.util.stream.IntStream.range(0, hosts).mapToObj(i -> new HostSpan("h" + i, DAY, HostSpan.STAYS)).toList();
    }

    /** Each about every five minutes, some of it missing, some of it told twice with different figures. */
    private static List<Snapshot> told(Random random, int hosts) {
        List<Snapshot> told = new ArrayList<>();
        for (int host = 0; host < hosts; host++) {
            for (long at = DAY + random.nextInt(300); at < DAY + 41L * 300; at += 290 + random.nextInt(20)) {
                for (int times = random.nextInt(3); times > 0; times--) {
                    told.add(new Snapshot("h" + host, at, Usage.full(random.nextInt(1_000))));
                }
            }
        }
        return told;
    }

    private static List<Snapshot> within(List<Snapshot> told, long from, long to) {
        return told.stream().filter(snapshot -> snapshot.at() >= Bins.start(from) - Binning.EARLY && snapshot.at() < Bins.end(to)).toList();
    }
}
