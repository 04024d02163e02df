package org.moothall.applianceprofiles.internal.sizing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.applianceprofiles.ApplianceProfile;
import org.moothall.applianceprofiles.CallType;
import org.moothall.applianceprofiles.EdgeCallType;
import org.moothall.applianceprofiles.EdgeSize;
import org.moothall.applianceprofiles.MediaQuality;
import org.moothall.applianceprofiles.sizing.SizingDemand;
import org.moothall.core.Problem.Violation;

/** A demand in which every number is there and allowed; only what is wanted is in the maps. */
record Demand(ApplianceProfile platform, HostProcessor host, Map<CallType, Long> calls, long users, long spaces, Map<EdgeCallType, Long> edgeCalls,
        @Nullable EdgeSize edgeSize, Map<MediaQuality, Long> recordings, Map<MediaQuality, Long> streams, long databases, long scheduledMeetings,
        boolean meetingApps) {

    private static final long MOST_DATABASES = 24;

    /** Whether there must be a Call Bridge. */
    boolean needsCallBridge() {
        return !calls.isEmpty() || scheduledMeetings > 0 || users > 0 || spaces > 0;
    }

    static Demand of(SizingDemand asked, Platforms platforms) {
        Refusals refusals = new Refusals();
        ApplianceProfile platform = platforms.wanted(asked.platform(), refusals);
        HostProcessor host = HostProcessor.of(asked.host(), false, refusals);
        Demand demand = new Demand(platform, host, counts("calls", CallType.class, asked.calls(), refusals),
                count("users", asked.users(), SizingDemand.MOST, refusals), count("spaces", asked.spaces(), SizingDemand.MOST, refusals),
                counts("edgeCalls", EdgeCallType.class, asked.edgeCalls(), refusals), asked.edgeSize(),
                counts("recordings", MediaQuality.class, asked.recordings(), refusals), counts("streams", MediaQuality.class, asked.streams(), refusals),
                count("databases", asked.databases(), MOST_DATABASES, refusals),
                count("scheduledMeetings", asked.scheduledMeetings(), SizingDemand.MOST, refusals), Boolean.TRUE.equals(asked.meetingApps()));
        if (refusals.none() && demand.isEmpty()) {
            refusals.add("calls", "say how many of something are wanted: everything is 0.");
        }
        refusals.end();
        return demand;
    }

    private boolean isEmpty() {
        return !needsCallBridge() && edgeCalls.isEmpty() && recordings.isEmpty() && streams.isEmpty() && databases == 0 && !meetingApps;
    }

    private static <K extends Enum<K>> Map<K, Long> counts(String field, Class<K> type, @Nullable Map<K, @Nullable Long> asked, Refusals refusals) {
        Map<K, Long> wanted = new EnumMap<>(type);
        if (asked != null) {
            asked.forEach((key, number) -> {
                String name = field + "." + Words.code(key);
                if (number == null) {
                    refusals.add(name, "is blank: write a whole number, 0 for none.");
                } else if (count(name, number, SizingDemand.MOST, refusals) > 0) {
                    wanted.put(key, number);
                }
            });
        }
        return wanted;
    }

    private static long count(String field, @Nullable Long number, long most, Refusals refusals) {
        long given = number == null ? 0 : number;
        if (given < 0 || given > most) {
            refusals.add(field, "must be a whole number from 0 to " + Words.number(most) + ".");
            return 0;
        }
        return given;
    }

    /** What is wrong, field by field, so that all of it is told at once. */
    static final class Refusals {

        private final List<Violation> violations = new ArrayList<>();

        void add(String field, String message) {
            violations.add(new Violation(field, message));
        }

        boolean none() {
            return violations.isEmpty();
        }

        void end() {
            if (!none()) {
                throw new org.moothall.core.Problem(org.moothall.core.CoreProblem.INVALID_INPUT,
                        violations.getFirst().field() + ": " + violations.getFirst().message(), null, violations).exception();
            }
        }
    }
}
