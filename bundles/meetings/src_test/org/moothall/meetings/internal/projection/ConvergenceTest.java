package org.moothall.meetings.internal.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Participant;
import org.moothall.meetings.internal.projection.ScriptedCluster.CallEvent;
import org.moothall.meetings.internal.projection.ScriptedCluster.Fact;
import org.moothall.meetings.internal.projection.ScriptedCluster.Read;
import org.moothall.meetings.internal.projection.ScriptedCluster.ReadAt;
import org.moothall.meetings.internal.projection.ScriptedCluster.Recorded;
import org.moothall.meetings.internal.projection.ScriptedCluster.RosterEvent;

class ConvergenceTest {

    private static final int EXAMPLES = 250;

    @Test
    void whatComesInOrderGivesTheStateOfANaiveModel() {
        qt().withExamples(EXAMPLES).forAll(longs().all(), integers().between(1, 80)).checkAssert((seed, steps) -> {
            ScriptedCluster truth = new ScriptedCluster(seed, steps, false);
            Projection projection = projection();
            truth.inOrder.forEach(fact -> tell(projection, fact));
            assertEquals(truth.live(), live(projection));
        });
    }

    @Test
    void permutedAndRepeatedRecordsGiveTheSameStateAndHistoryAsInOrder() {
        qt().withExamples(EXAMPLES).forAll(longs().all(), integers().between(1, 80)).checkAssert((seed, steps) -> {
            ScriptedCluster truth = new ScriptedCluster(seed, steps, false);
            Projection straight = projection();
            truth.inOrder.forEach(fact -> tell(straight, fact));
            reconcile(truth, straight);
            Projection mixed = projection();
            List<Recorded> records = new ArrayList<>(truth.records);
            truth.records.stream().filter(r -> r.record().index() % 3 == 0).forEach(records::add);
            mix(truth, records, new Random(seed)).forEach(fact -> tell(mixed, fact));
            reconcile(truth, mixed);
            assertEquals(truth.live(), live(mixed));
            assertEquals(history(straight), history(mixed));
        });
    }

    @Test
    void recordsAndEventsThatNeverComeAreRepairedByAReconciliationRead() {
        qt().withExamples(EXAMPLES).forAll(longs().all(), integers().between(1, 80)).checkAssert((seed, steps) -> {
            ScriptedCluster truth = new ScriptedCluster(seed, steps, false);
            Random random = new Random(seed);
            List<Recorded> lost = new ArrayList<>(truth.records);
            lost.removeIf(r -> random.nextInt(3) > 0);
            List<Recorded> records = new ArrayList<>(truth.records);
            records.removeAll(lost);
            Projection projection = projection();
            mix(truth, records, random).forEach(fact -> tell(projection, fact));
            reconcile(truth, projection);
            assertEquals(truth.live(), live(projection));
            lost.forEach(late -> tell(projection, late));
            assertEquals(truth.live(), live(projection), "what comes after the read must not bring back what is gone");
        });
    }

    @Test
    void readsInBetweenChangeNothingInTheEndWhateverIsRepeatedOrComesLate() {
        qt().withExamples(EXAMPLES).forAll(longs().all(), integers().between(1, 80)).checkAssert((seed, steps) -> {
            ScriptedCluster truth = new ScriptedCluster(seed, steps, false);
            Random random = new Random(seed);
            List<Recorded> records = new ArrayList<>(truth.records);
            truth.records.stream().filter(r -> random.nextInt(4) == 0).forEach(records::add);
            Projection projection = projection();
            mix(records, List.of(withReads(truth, "A"), withReads(truth, "B")), random).forEach(fact -> tell(projection, fact));
            reconcile(truth, projection);
            assertEquals(truth.live(), live(projection));
        });
    }

    @Test
    void whatWasLostWhileTheEventsChannelWasBrokenIsRepairedWhenItOpensAgain() {
        qt().withExamples(EXAMPLES).forAll(longs().all(), integers().between(1, 80)).checkAssert((seed, steps) -> {
            ScriptedCluster truth = new ScriptedCluster(seed, steps, false);
            Random random = new Random(seed);
            List<Recorded> records = new ArrayList<>(truth.records);
            records.removeIf(r -> random.nextInt(3) == 0);
            List<Fact> kept = withReads(truth, "A");
            List<Fact> heard = new ArrayList<>(kept.subList(0, random.nextInt(kept.size() + 1)));
            heard.addAll(truth.opening("A"));
            Projection projection = projection();
            mix(records, List.of(heard, withReads(truth, "B")), random).forEach(fact -> tell(projection, fact));
            reconcile(truth, projection);
            assertEquals(truth.live(), live(projection));
        });
    }

    /** The bridge's events in their order, with the reads where they were. */
    private static List<Fact> withReads(ScriptedCluster truth, String bridge) {
        List<Fact> events = truth.events.get(bridge);
        List<Fact> facts = new ArrayList<>();
        int from = 0;
        for (ReadAt read : truth.reads.get(bridge)) {
            facts.addAll(events.subList(from, read.events()));
            facts.add(read.read());
            from = read.events();
        }
        facts.addAll(events.subList(from, events.size()));
        return facts;
    }

    @Test
    void aRestartedBridgeTakesItsMeetingsWithItWhateverTheOrder() {
        qt().withExamples(EXAMPLES).forAll(longs().all(), integers().between(20, 120)).checkAssert((seed, steps) -> {
            ScriptedCluster truth = new ScriptedCluster(seed, steps, true);
            Projection projection = projection();
            mix(truth, new ArrayList<>(truth.records), new Random(seed)).forEach(fact -> tell(projection, fact));
            reconcile(truth, projection);
            assertEquals(truth.live(), live(projection));
        });
    }

    @Test
    void aProjectionTakenUpFromMemoryGoesOnAsIfNothingHadHappened() {
        qt().withExamples(EXAMPLES).forAll(longs().all(), integers().between(1, 80)).checkAssert((seed, steps) -> {
            ScriptedCluster truth = new ScriptedCluster(seed, steps, false);
            Projection first = projection();
            int half = truth.inOrder.size() / 2;
            truth.inOrder.subList(0, half).forEach(fact -> tell(first, fact));
            first.drain();
            Projection second = takenUp(first);
            truth.inOrder.subList(half, truth.inOrder.size()).forEach(fact -> tell(second, fact));
            assertEquals(truth.live(), live(second));
        });
    }

    private static Projection takenUp(Projection first) {
        Projection second = projection();
        Memory from = first.memory();
        Memory to = second.memory();
        from.bridges().forEach(to::restore);
        first.all().forEach((meeting, people) -> {
            to.restore(meeting, java.util.Objects.requireNonNull(from.of(meeting.id())));
            people.forEach(p -> to.restore(p, java.util.Objects.requireNonNull(from.of(meeting.id(), p.id()))));
        });
        return second;
    }

    private static Projection projection() {
        return new Projection(new LabNames(), Clock.fixed(ScriptedCluster.BEGIN.plusSeconds(60), ZoneOffset.UTC));
    }

    private static void tell(Projection projection, Fact fact) {
        switch (fact) {
            case Recorded r -> projection.record(r.bridge(), r.record());
            case CallEvent e -> projection.callUpdate(e.bridge(), e.call(), e.type(), e.elements());
            case Read read -> projection.reconcile(read.bridge(), read.snapshot(projection));
            case RosterEvent e -> projection.rosterUpdate(e.bridge(), e.call(), e.participant(), e.type(), e.elements());
            default -> throw new IllegalStateException();
        }
    }

    private static void reconcile(ScriptedCluster truth, Projection projection) {
        for (String bridge : List.of("A", "B")) {
            tell(projection, truth.read(bridge));
        }
    }

    private static List<Fact> mix(ScriptedCluster truth, List<Recorded> records, Random random) {
        return mix(records, truth.events.values(), random);
    }

    /** Records in any order, what else is heard of each bridge in its own, all of them mixed. */
    private static List<Fact> mix(List<Recorded> records, Collection<List<Fact>> heard, Random random) {
        Collections.shuffle(records, random);
        List<Deque<Fact>> queues = new ArrayList<>(List.of(new ArrayDeque<>(records)));
        heard.forEach(facts -> queues.add(new ArrayDeque<>(facts)));
        List<Fact> result = new ArrayList<>();
        queues.removeIf(Deque::isEmpty);
        while (!queues.isEmpty()) {
            result.add(queues.get(random.nextInt(queues.size())).remove());
            queues.removeIf(Deque::isEmpty);
        }
        return result;
    }

    private static Map<String, Map<String, String>> live(Projection projection) {
        projection.drain();
        Map<String, Map<String, String>> result = new TreeMap<>();
        projection.all().forEach((meeting, people) -> {
            if (meeting.state() == MeetingState.ACTIVE) {
                Map<String, String> shown = new TreeMap<>();
                people.stream().filter(p -> p.state() != Participant.State.GONE).forEach(
                        p -> shown.put(p.name(), p.state() + (p.audioMuted() ? " muted" : "") + " on " + p.callBridge()));
                result.put(meeting.name(), shown);
            }
        });
        return result;
    }

    /** Everything that was ever shown, but for version numbers. */
    private static Map<String, String> history(Projection projection) {
        projection.drain();
        Map<String, String> result = new TreeMap<>();
        projection.all().forEach((meeting, people) -> {
            result.put(meeting.id().value(), unversioned(meeting.toString()));
            people.forEach((Participant p) -> result.put(meeting.id().value() + p.id().value(), unversioned(p.toString())));
        });
        return result;
    }

    private static String unversioned(String text) {
        return text.replaceAll("version=\\d+", "");
    }
}
