package org.moothall.mediaengine.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.moothall.mediaengine.Chance;

/** One meeting of the script. @param start milliseconds since the beginning of the script */
public record Occurrence(UUID correlator, UUID space, long start, long end, boolean returnsWhenDropped, List<Step> steps) {

    private static final int REJOIN_WITHIN_MILLIS = 8_000;

    public Occurrence {
        steps = steps.stream().sorted(Comparator.comparingLong(Step::at)).toList();
    }

    /** What it is, to be kept with each of its steps. */
    Occurrence withoutSteps() {
        return new Occurrence(correlator, space, start, end, returnsWhenDropped, List.of());
    }

    /** The steps for a bridge that begins to run now: who is in the meeting calls in within seconds, as they are by now. */
    List<Step> from(long now) {
        Map<Long, List<Step>> open = new LinkedHashMap<>();
        List<Step> result = new ArrayList<>();
        for (Step step : steps) {
            if (step.at() >= now) {
                result.add(step);
            } else if (step.action() instanceof Step.Leave) {
                open.remove(step.visit());
            } else {
                open.computeIfAbsent(step.visit(), none -> new ArrayList<>()).add(step);
            }
        }
        open.forEach((visit, done) -> result.addAll(again(visit, done, now)));
        result.sort(Comparator.comparingLong(Step::at));
        return result;
    }

    private static List<Step> again(long visit, List<Step> done, long now) {
        long at = now + (visit == 0 ? REJOIN_WITHIN_MILLIS : Chance.of(visit, 5).between(0, REJOIN_WITHIN_MILLIS - 1));
        long latest = done.getFirst().action() instanceof Step.Join join ? join.until() - 2 : Long.MAX_VALUE;
        List<Step> moved = new ArrayList<>();
        for (Step step : done) {
            moved.add(step.moved(Math.min(at, latest) + (moved.isEmpty() ? 0 : 1)));
        }
        return moved;
    }
}
