package org.moothall.mediaengine;

import java.util.Map;
import java.util.OptionalInt;

import org.moothall.core.Problem;

/**
 * What the platform carries that a node runs as. What is empty is not limited.
 *
 * @param calls how many call legs of one kind it carries when there are no others; kinds that are not named cost nothing
 * @param users people of the directory
 * @spec installation-guide Table 4, Table 5
 */
public record Capacity(String platform, Map<Traffic, Integer> calls, OptionalInt users, OptionalInt spaces) {

    /** No platform: nothing is refused, and the load is that of a small server. */
    public static final Capacity UNLIMITED = new Capacity("", Map.of(), OptionalInt.empty(), OptionalInt.empty());
    private static final double LEGS_OF_A_SMALL_SERVER = 140;
    private static final double AUDIO_SHARE = 0.3;

    public Capacity {
        calls = Map.copyOf(calls);
        if (calls.values().stream().anyMatch(most -> most < 1)) {
            throw Problem.invalid("platform", "carries at least one call of each kind that is stated.").exception();
        }
    }

    /** Whether there is anything to refuse. */
    boolean limitsCalls() {
        return !calls.isEmpty();
    }

    /** Which part of the whole so many legs take: 1 is as much as there is. */
    public double load(Map<Traffic, Integer> legs) {
        return legs.entrySet().stream().mapToDouble(each -> each.getValue() * share(each.getKey())).sum();
    }

    /** Which part of the whole a leg of this kind takes, 0 to 1. */
    public double share(Traffic traffic) {
        Integer most = calls.get(traffic);
        if (most != null) {
            return 1.0 / most;
        }
        return limitsCalls() ? 0 : (traffic == Traffic.AUDIO ? AUDIO_SHARE : 1) / LEGS_OF_A_SMALL_SERVER;
    }
}
