package org.moothall.applianceprofiles.internal.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.applianceprofiles.internal.sizing.SizingFixture.host;
import static org.moothall.applianceprofiles.internal.sizing.SizingFixture.number;

import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.moothall.applianceprofiles.CallType;
import org.moothall.applianceprofiles.EdgeCallType;
import org.moothall.applianceprofiles.EdgeSize;
import org.moothall.applianceprofiles.MediaQuality;
import org.moothall.applianceprofiles.internal.sizing.SizingFixture.Wanted;
import org.moothall.applianceprofiles.sizing.Finding;
import org.moothall.applianceprofiles.sizing.Processor;
import org.moothall.applianceprofiles.sizing.Role;
import org.moothall.applianceprofiles.sizing.SizingAnswer;

@NonNullByDefault({})
class OtherRolesSizingTest {

    /** @spec installation-guide Table 8 */
    @Test
    void edgeServersAreCountedByTheirTable() {
        SizingAnswer answer = new Wanted().edge(Map.of(EdgeCallType.HD_720P30, 701L), EdgeSize.LARGE).sized();
        SizingAnswer.Host edge = host(answer, Role.EDGE);
        assertEquals(2, edge.count());
        assertEquals(16L, edge.virtualCpus());
        assertEquals(number("8"), edge.memoryGigabytes());
        assertEquals(number("10"), edge.networkGigabitsPerSecond());
    }

    @Test
    void theEdgeSizeWithFewerVirtualCpusIsTakenWhenNoneIsAskedFor() {
        assertEquals("Small Edge server", host(new Wanted().edge(Map.of(EdgeCallType.HD_720P30, 525L), null).sized(), Role.EDGE).name());
        assertEquals("Large Edge server", host(new Wanted().edge(Map.of(EdgeCallType.FULL_HD_1080P30, 10_500L), EdgeSize.LARGE).sized(), Role.EDGE).name());
    }

    /** @spec installation-guide §D.2.2 */
    @Test
    void moreThanTenEdgeServersNeedSeveralGroups() {
        assertTrue(texts(new Wanted().edge(Map.of(EdgeCallType.HD_720P30, 7001L), EdgeSize.LARGE).sized())
                .contains("A Call Bridge group has up to 10 Edge servers: 11 need 2 groups."));
    }

    /** @spec installation-guide §D.2 */
    @Test
    void forFewCallsTheGuideRecommendsAnotherEdge() {
        assertTrue(texts(new Wanted().edge(Map.of(EdgeCallType.HD_720P30, 200L), null).sized()).getFirst().startsWith("For 200 calls or fewer a medium"));
        assertTrue(texts(new Wanted().edge(Map.of(EdgeCallType.HD_720P30, 800L), null).sized()).getFirst().startsWith("For 800 calls or fewer a large"));
        assertEquals(List.of(), texts(new Wanted().edge(Map.of(EdgeCallType.HD_720P30, 801L), null).sized()));
    }

    @Test
    void sdCallsOfTheTwoTablesAreNotTakenForTheSame() {
        SizingAnswer answer = new Wanted().on("meeting-server-1000-m6").calls(Map.of(CallType.SD_480P30, 10L))
                .edge(Map.of(EdgeCallType.SD_448P30, 900L), null).sized();
        assertTrue(texts(answer).stream().anyMatch(text -> text.contains("480p30") && text.contains("448p30")));
    }

    /** @spec installation-guide Table 9 */
    @Test
    void recordersGetVirtualCpusMemoryAndDiskByTheirTable() {
        SizingAnswer.Host recorder = host(new Wanted().recordings(Map.of(MediaQuality.HD_720P, 20L, MediaQuality.FULL_HD_1080P, 2L)).sized(), Role.RECORDER);
        assertEquals(1, recorder.count());
        assertEquals(12L, recorder.virtualCpus());
        assertEquals(number("12"), recorder.memoryGigabytes());
        assertEquals(number("24"), recorder.diskGigabytesPerHour());
    }

    /** @spec installation-guide §D.4.1 */
    @Test
    void aRecorderHasAtLeast4VirtualCpusAnd4GigabytesAndAtMost40Recordings() {
        SizingAnswer.Host small = host(new Wanted().recordings(Map.of(MediaQuality.AUDIO, 1L)).sized(), Role.RECORDER);
        assertEquals(4L, small.virtualCpus());
        assertEquals(number("4"), small.memoryGigabytes());
        assertEquals(2, host(new Wanted().recordings(Map.of(MediaQuality.HD_720P, 41L)).sized(), Role.RECORDER).count());
    }

    /** @spec installation-guide Table 10 */
    @Test
    void theSmallestStreamerThatDoesIsTaken() {
        assertEquals("1 4 4", streamer(50));
        assertEquals("1 4 8", streamer(51));
        assertEquals("1 8 8", streamer(101));
        assertEquals("2 8 8", streamer(201));
    }

    private static String streamer(long streams) {
        SizingAnswer.Host host = host(new Wanted().streams(Map.of(MediaQuality.HD_720P, streams)).sized(), Role.STREAMER);
        return host.count() + " " + host.virtualCpus() + " " + host.memoryGigabytes();
    }

    /** @spec installation-guide §D.3, footnote */
    @Test
    void aDatabaseFor375000SpacesHas11Gigabytes() {
        SizingAnswer.Host database = host(new Wanted().databases(3).spaces(375_000).sized(), Role.DATABASE);
        assertEquals(3, database.count());
        assertEquals(8L, database.virtualCpus());
        assertEquals(number("11"), database.memoryGigabytes());
        assertEquals(number("100"), database.storageGigabytes());
    }

    @Test
    void aBegunStepOfSpacesCountsAsAWholeOneAndThatIsCalledAnAssumption() {
        SizingAnswer answer = new Wanted().databases(1).spaces(75_001).sized();
        assertEquals(number("9"), host(answer, Role.DATABASE).memoryGigabytes());
        assertTrue(answer.steps().stream().anyMatch(step -> step.assumed() && step.role() == Role.DATABASE && step.rule().startsWith("A begun step")));
        assertEquals(number("8"), host(new Wanted().databases(1).spaces(75_000).sized(), Role.DATABASE).memoryGigabytes());
    }

    /** @spec installation-guide §D.5 */
    @Test
    void theSchedulerNeeds4GigabytesMoreOnOneMachineAndNoneOnAnAppliance() {
        List<SizingAnswer.Host> machines = new Wanted().hd(150).host(Processor.intel(2, 10)).scheduledMeetings(150_000).sized().hosts();
        assertEquals(List.of("1 42", "2 38"), machines.stream().map(host -> host.count() + " " + host.memoryGigabytes()).toList());
        assertEquals(null, host(new Wanted().on("meeting-server-1000-m6").scheduledMeetings(1).sized(), Role.CALL_BRIDGE).memoryGigabytes());
        assertEquals(List.of("Schedulers keep up to 150,000 meetings; further schedulers add resilience only."),
                new Wanted().scheduledMeetings(150_001).sized().findings().stream().filter(finding -> finding.kind() == Finding.Kind.EXCEEDED)
                        .map(Finding::text).toList());
    }

    /** @spec installation-guide §D.6 */
    @Test
    void meetingAppsHaveAMachineOfTheirOwn() {
        SizingAnswer.Host apps = host(new Wanted().meetingApps().sized(), Role.MEETING_APPS);
        assertEquals("8 16 100", apps.virtualCpus() + " " + apps.memoryGigabytes() + " " + apps.storageGigabytes());
        assertEquals("virtual-machine", apps.platform().value());
    }

    private static List<String> texts(SizingAnswer answer) {
        return answer.findings().stream().map(Finding::text).toList();
    }
}
