package org.moothall.applianceprofiles.internal.sizing;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.applianceprofiles.CallType;
import org.moothall.applianceprofiles.EdgeCallType;
import org.moothall.applianceprofiles.EdgeSize;
import org.moothall.applianceprofiles.MediaQuality;
import org.moothall.applianceprofiles.PlatformId;
import org.moothall.applianceprofiles.internal.KnownProfiles;
import org.moothall.applianceprofiles.sizing.Processor;
import org.moothall.applianceprofiles.sizing.Role;
import org.moothall.applianceprofiles.sizing.Sizing;
import org.moothall.applianceprofiles.sizing.SizingAnswer;
import org.moothall.applianceprofiles.sizing.SizingDemand;
import org.moothall.applianceprofiles.sizing.Step;
import org.moothall.core.ProblemException;
import org.moothall.core.Problem.Violation;

/** The calculator with the guide's platforms, and demands in few words. */
@NonNullByDefault({})
final class SizingFixture {

    static final Sizing SIZING = new Calculator(new KnownProfiles());

    private SizingFixture() {}

    /** A demand that is written part by part. */
    static final class Wanted {
        private PlatformId platform;
        private Processor host;
        private Map<CallType, @Nullable Long> calls;
        private Long users;
        private Long spaces;
        private Map<EdgeCallType, @Nullable Long> edgeCalls;
        private EdgeSize edgeSize;
        private Map<MediaQuality, @Nullable Long> recordings;
        private Map<MediaQuality, @Nullable Long> streams;
        private Long databases;
        private Long scheduledMeetings;
        private Boolean meetingApps;

        Wanted on(String id) {
            platform = new PlatformId(id);
            return this;
        }

        Wanted host(Processor processor) {
            host = processor;
            return this;
        }

        Wanted calls(Map<CallType, @Nullable Long> wanted) {
            calls = wanted;
            return this;
        }

        Wanted hd(long number) {
            return calls(Map.of(CallType.HD_720P30, number));
        }

        Wanted users(long number) {
            users = number;
            return this;
        }

        Wanted spaces(long number) {
            spaces = number;
            return this;
        }

        Wanted edge(Map<EdgeCallType, @Nullable Long> wanted, EdgeSize size) {
            edgeCalls = wanted;
            edgeSize = size;
            return this;
        }

        Wanted recordings(Map<MediaQuality, @Nullable Long> wanted) {
            recordings = wanted;
            return this;
        }

        Wanted streams(Map<MediaQuality, @Nullable Long> wanted) {
            streams = wanted;
            return this;
        }

        Wanted databases(long number) {
            databases = number;
            return this;
        }

        Wanted scheduledMeetings(long number) {
            scheduledMeetings = number;
            return this;
        }

        Wanted meetingApps() {
            meetingApps = true;
            return this;
        }

        SizingDemand demand() {
            return new SizingDemand(platform, host, calls, users, spaces, edgeCalls, edgeSize, recordings, streams, databases, scheduledMeetings, meetingApps);
        }

        SizingAnswer sized() {
            return SIZING.hosts(demand());
        }

        /** {@code field: message} of each refused field. */
        List<String> refused() {
            List<Violation> violations = assertThrows(ProblemException.class, this::sized).problem().violations();
            return violations.stream().map(violation -> violation.field() + ": " + violation.message()).sorted().toList();
        }
    }

    static SizingAnswer.Host host(SizingAnswer answer, Role role) {
        return answer.hosts().stream().filter(host -> host.role() == role).findFirst().orElseThrow();
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    /** The arithmetic of the step whose rule begins like this. */
    static String arithmetic(List<Step> steps, String rule) {
        return steps.stream().filter(step -> step.rule().startsWith(rule)).map(Step::arithmetic).findFirst().orElse("no such step among " + steps);
    }
}
