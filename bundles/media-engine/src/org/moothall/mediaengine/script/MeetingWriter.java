package org.moothall.mediaengine.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.moothall.mediaengine.Chance;
import org.moothall.mediaengine.EndReason;
import org.moothall.mediaengine.Endpoint;
import org.moothall.mediaengine.Endpoint.Kind;

/** Writes the steps of one meeting. Each seat is taken by people one after another, so that the number of people stays as planned. */
final class MeetingWriter {

    private static final int POOL = 64;
    private static final long STAY = 230_000;
    private static final long SHORTEST_STAY = 20_000;
    private static final long LONGEST_STAY = 900_000;
    private static final List<String> LAYOUTS = List.of("allEqual", "speakerOnly", "telepresence", "stacked", "onePlusN", "allEqualNinths", "automatic");

    private final Script.Track plan;
    private final People people;
    private final int nodes;
    private final int track;
    private final Chance chance;
    private final long start;
    private final long end;
    private final int home;
    private final long calm;
    private final List<Step> steps = new ArrayList<>();

    MeetingWriter(Script.Track plan, People people, int nodes, int track, Chance chance, long start, long end) {
        this.plan = plan;
        this.people = people;
        this.nodes = nodes;
        this.track = track;
        this.chance = chance;
        this.start = start;
        this.end = end;
        this.calm = plan.calmness();
        this.home = chance.between(0, nodes - 1);
    }

    /** Everybody who may come to the meetings of this track. */
    static List<Endpoint> crowd(People people, int track) {
        return IntStream.range(1, POOL).mapToObj(person -> people.person(track * POOL + person)).toList();
    }

    List<Step> steps() {
        int seats = chance.between(plan.fewest(), plan.most());
        seatForTheRoom();
        for (int seat = 1; seat < seats; seat++) {
            seat(seat);
        }
        meeting();
        return steps;
    }

    /** The room stays from the beginning to the end, on the bridge where the meeting is at home. */
    private void seatForTheRoom() {
        visit(0, track, people.room(track), home, start, end, EndReason.REMOTE_TEARDOWN);
    }

    private void seat(int seat) {
        int node = nodes > 1 && chance.hits(plan.spread()) ? Math.floorMod(home + chance.between(1, nodes - 1), nodes) : home;
        int person = seat;
        long at = start + chance.waiting(25_000, 500, 120_000);
        while (at < end - SHORTEST_STAY) {
            long leave = Math.min(at + chance.waiting(STAY * calm, SHORTEST_STAY, LONGEST_STAY * calm), end + chance.between(0, 9_000));
            int number = track * POOL + person;
            Endpoint endpoint = people.person(number);
            visit(seat, number, endpoint, node, at, leave, reason(endpoint, leave >= end));
            boolean returns = chance.hits(0.5);
            at = leave + chance.waiting(returns ? 20_000 : 35_000, 3_000, 120_000);
            person = returns ? person : nextPerson(person);
        }
    }

    private int nextPerson(int person) {
        return person + plan.most() < POOL ? person + plan.most() : person;
    }

    private EndReason reason(Endpoint endpoint, boolean atTheEnd) {
        double luck = chance.unit();
        if (!atTheEnd && luck < 0.05) {
            return luck < 0.03 ? EndReason.TIMEOUT : EndReason.ERROR;
        }
        return endpoint.kind().sip() ? EndReason.REMOTE_TEARDOWN : EndReason.CLIENT_INITIATED_TEARDOWN;
    }

    private void visit(int seat, int person, Endpoint endpoint, int node, long from, long until, EndReason reason) {
        long visit = chance.next() | 1;
        Map<String, String> settings = new LinkedHashMap<>();
        if (seat > 0 && chance.hits(0.3)) {
            settings.put("rxAudioMute", "true");
        }
        if (plan.lobby() && endpoint.kind() == Kind.WEB_GUEST) {
            settings.put("needsActivation", "true");
        }
        steps.add(new Step(from, node, visit, new Step.Join(endpoint, settings, until, person)));
        toggles(visit, node, from, until, "rxAudioMute", settings.containsKey("rxAudioMute"), 75_000 * calm);
        if (endpoint.kind().video()) {
            toggles(visit, node, from, until, "rxVideoMute", false, 260_000 * calm);
            layouts(visit, node, from, until);
            presents(seat, visit, node, from, until);
        }
        steps.add(new Step(until, node, visit, new Step.Leave(reason)));
    }

    private void toggles(long visit, int node, long from, long until, String setting, boolean first, long mean) {
        boolean on = first;
        for (long at = from + chance.waiting(mean, 4_000, 600_000 * calm); at < until - 1_000; at += chance.waiting(mean, 4_000, 600_000 * calm)) {
            on = !on;
            steps.add(new Step(at, node, visit, new Step.Change(Map.of(setting, Boolean.toString(on)))));
        }
    }

    private void layouts(long visit, int node, long from, long until) {
        for (long at = from + chance.waiting(300_000 * calm, 8_000, 900_000 * calm); at < until - 1_000; at += chance.waiting(300_000 * calm, 8_000,
                900_000 * calm)) {
            steps.add(new Step(at, node, visit, new Step.Change(Map.of("chosenLayout", chance.pick(LAYOUTS)))));
        }
    }

    private void presents(int seat, long visit, int node, long from, long until) {
        long at = from + chance.waiting(60_000, 15_000, 300_000);
        if (plan.presented() && seat < 4 && chance.hits(0.5) && at < until - 20_000) {
            steps.add(new Step(at, node, visit, new Step.Present(true)));
            steps.add(new Step(Math.min(until - 1_000, at + chance.waiting(150_000, 15_000, 600_000)), node, visit, new Step.Present(false)));
        }
    }

    private void meeting() {
        if (plan.recorded()) {
            steps.add(new Step(start + 45_000, home, 0, new Step.ChangeCall(Map.of("recording", "true"))));
            steps.add(new Step(end - 25_000, home, 0, new Step.ChangeCall(Map.of("recording", "false"))));
        }
        if (chance.hits(0.15)) {
            long lock = start + (end - start) * 2 / 3;
            steps.add(new Step(lock, home, 0, new Step.ChangeCall(Map.of("locked", "true"))));
            steps.add(new Step(lock + 90_000, home, 0, new Step.ChangeCall(Map.of("locked", "false"))));
        }
    }
}
