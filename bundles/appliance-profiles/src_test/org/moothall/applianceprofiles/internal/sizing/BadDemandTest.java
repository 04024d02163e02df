package org.moothall.applianceprofiles.internal.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.moothall.applianceprofiles.CallType;
import org.moothall.applianceprofiles.EdgeCallType;
import org.moothall.applianceprofiles.EdgeSize;
import org.moothall.applianceprofiles.PlatformId;
import org.moothall.applianceprofiles.internal.sizing.SizingFixture.Wanted;
import org.moothall.applianceprofiles.sizing.HostOffer;
import org.moothall.applianceprofiles.sizing.Processor;
import org.moothall.core.Problem.Violation;
import org.moothall.core.ProblemException;

@NonNullByDefault({})
class BadDemandTest {

    @Test
    void negativeBlankAndHugeNumbersAreRefusedAllAtOnceByField() {
        assertEquals(List.of("calls.audio: is blank: write a whole number, 0 for none.", "databases: must be a whole number from 0 to 24.",
                "edgeCalls.hd-720p30: must be a whole number from 0 to 10,000,000.", "spaces: must be a whole number from 0 to 10,000,000.",
                "users: must be a whole number from 0 to 10,000,000."),
                new Wanted().calls(Collections.singletonMap(CallType.AUDIO, null)).users(-1).spaces(Long.MAX_VALUE).databases(25)
                        .edge(Map.of(EdgeCallType.HD_720P30, 10_000_001L), EdgeSize.SMALL).refused());
    }

    @Test
    void nothingAtAllIsRefused() {
        assertEquals(List.of("calls: say how many of something are wanted: everything is 0."), new Wanted().hd(0).refused());
    }

    @Test
    void aPlatformThatNobodyKnowsIsRefused() {
        assertEquals(List.of("platform: is not known: abacus. GET /appliance-profiles lists those that are."), new Wanted().on("abacus").hd(1).refused());
    }

    @Test
    void processorsThatDoNotExistAreRefused() {
        assertEquals(List.of("host.coresPerSocket: must be from 1 to 512.", "host.gigahertz: must be from 0.1 to 10.",
                "host.sockets: must be 1 or 2: others are not supported."),
                new Wanted().hd(1).host(new Processor(null, 4, 513, BigDecimal.ZERO, null)).refused());
        assertEquals(List.of("host.coresPerSocket: is missing: write the number of physical cores of a processor."),
                new Wanted().hd(1).host(new Processor(null, 2, null, null, null)).refused());
    }

    @Test
    void theMostThatCanBeAskedForIsAnswered() {
        assertEquals(4_000_000L,
                SizingFixture.host(new Wanted().hd(10_000_000).spaces(10_000_000).sized(), org.moothall.applianceprofiles.sizing.Role.CALL_BRIDGE)
                        .physicalCores());
    }

    @Test
    void aHostOfWhichNothingIsSaidCannotBeJudged() {
        List<Violation> violations = assertThrows(ProblemException.class,
                () -> SizingFixture.SIZING.carried(new HostOffer(null, null, null, null, new BigDecimal(-1))))
                .problem().violations();
        assertEquals(List.of("host.sockets", "host.coresPerSocket", "memoryGigabytes", "storageGigabytes", "networkGigabitsPerSecond"),
                violations.stream().map(Violation::field).toList());
    }

    @Test
    void headroomCannotBeAskedOfAPlatformThatNobodyKnows() {
        assertThrows(ProblemException.class, () -> SizingFixture.SIZING.calls(new PlatformId("abacus"), null, CallType.AUDIO));
    }
}
