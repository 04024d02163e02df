package org.moothall.mediaengine.callbridge.internal.licensing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.moothall.mediaengine.Call;
import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.Conference;

/**
 * The licences that the meetings on this bridge use now. A meeting counts on each bridge that it is on for its part of the whole,
 * and only while somebody is in it. @spec installation-guide B.9, B.11, meeting-server-wire §1.7
 */
final class Tally {

    private static final int TWO = 2;

    private final Conference conference;
    private final List<Share> shares;

    /** A meeting's part on this bridge. @param part of a whole meeting, 1 when it is on no other one */
    private record Share(Call call, double part, Meter meter) {}

    /** What is used of whom. @param calls how many meetings; @param weighted their parts on this bridge */
    record Used(int calls, double weighted) {
        Used plus(double part) {
            return new Used(calls + 1, weighted + part);
        }
    }

    private Tally(Conference conference, List<Share> shares) {
        this.conference = conference;
        this.shares = shares;
    }

    static Tally now(Conference conference) {
        List<Share> shares = new ArrayList<>();
        for (Call call : conference.calls()) {
            List<CallLeg> everybody = new ArrayList<>();
            conference.each(call, everybody::add);
            if (!everybody.isEmpty()) {
                shares.add(new Share(call, 1.0 / conference.instances(call), meter(call, everybody)));
            }
        }
        return new Tally(conference, shares);
    }

    private static Meter meter(Call call, List<CallLeg> everybody) {
        if (call.personalLicence().isPresent()) {
            return Meter.PERSONAL;
        }
        if (everybody.stream().noneMatch(Tally::video)) {
            return Meter.SHARED_AUDIO; // recorded or not: the guide makes that exception for the two others alone
        }
        boolean kept = call.is("recording") || call.is("streaming");
        return !kept && call.space() == null && everybody.size() <= TWO ? Meter.SHARED_POINT_TO_POINT : Meter.SHARED_FULL;
    }

    private static boolean video(CallLeg leg) {
        return leg.endpoint().kind().video() && !"disabled".equals(leg.get("videoMode"));
    }

    /** All meetings, or those on shared licences alone. */
    Used used(boolean sharedOnly) {
        return shares.stream().filter(share -> !sharedOnly || share.meter() != Meter.PERSONAL).map(Share::part).reduce(new Used(0, 0), Used::plus,
                (one, other) -> new Used(one.calls() + other.calls(), one.weighted() + other.weighted()));
    }

    /** Of whose personal licence how much is used. */
    Map<UUID, Used> personal() {
        Map<UUID, Used> found = new TreeMap<>();
        shares.forEach(share -> share.call().personalLicence()
                .ifPresent(user -> found.put(user, found.getOrDefault(user, new Used(0, 0)).plus(share.part()))));
        return found;
    }

    /** As a snapshot of this moment. */
    Usage usage(Instant at) {
        double[] counted = new double[Meter.values().length];
        shares.forEach(share -> counted[share.meter().ordinal()] += share.part());
        counted[Meter.PERSONAL_ASSIGNED.ordinal()] = conference.terms().directory().countLicensed();
        counted[Meter.RECORDED.ordinal()] = conference.inUse().recordings();
        counted[Meter.STREAMED.ordinal()] = conference.inUse().streams();
        return Usage.of(at, counted);
    }
}
