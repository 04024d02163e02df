package org.moothall.meetings;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;

/**
 * The quality inbox: legs whose loss, jitter or round trip passed the thresholds for longer than is allowed. Each Call Bridge is
 * asked for the legs that it marks with an alarm, and for details of those only; so a leg is in the inbox some seconds after the
 * time allowed, and leaves it with the first look that finds it well. Service; thread-safe. Problems: {@code core.invalid-input}.
 *
 * @spec wire §1.11
 */
public interface Quality {

    /** Change event: a leg came into the inbox, or something else is wrong with it; subject: the meeting; data: {@code leg} → {@link QualityLeg}. */
    String LEG_CHANGED = "meetings.quality-leg-changed";
    /** Change event: a leg left the inbox; subject: the meeting; data: {@code leg} → as it was last. */
    String LEG_CLEARED = "meetings.quality-leg-cleared";

    /** A page of the inbox, by Call Bridge, subnet and name. */
    Page<QualityLeg> find(Query query, PageRequest page);

    /** How many legs of the inbox share a Call Bridge or a subnet, those with the most first. */
    List<Group> groups(Query query, By by);

    /** From when on it is bad. */
    Thresholds thresholds();

    /** Changes that; legs are judged anew with the next look. */
    void thresholds(Thresholds wanted);

    /**
     * Which legs are wanted.
     *
     * @param cluster only of this cluster, or null for all
     * @param callBridge only on the bridge of this name, or null for all
     * @param subnet only of this subnet, or null for all
     * @param text beginnings of words of name, address or meeting; empty for all
     */
    record Query(@Nullable String cluster, @Nullable String callBridge, @Nullable String subnet, String text) {}

    /** What legs are grouped by. */
    enum By { CALL_BRIDGE, SUBNET }

    /** Legs that have something in common. @param name of the Call Bridge or the subnet; empty for legs that tell no address */
    record Group(String name, int legs) {}

    /**
     * From when on it is bad; a value that is equal is still good.
     *
     * @param lossPercent of packets, 0 to 100
     * @param jitterMilliseconds 0 to 60000
     * @param roundTripMilliseconds 0 to 60000
     * @param forSeconds for how long it may be, 0 to 3600
     * @param everySeconds how often each Call Bridge is asked, 1 to 300
     */
    record Thresholds(double lossPercent, int jitterMilliseconds, int roundTripMilliseconds, int forSeconds, int everySeconds) {

        /** When nobody says otherwise. */
        public static final Thresholds USUAL = new Thresholds(2, 30, 400, 30, 10);
    }
}
