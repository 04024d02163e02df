package org.moothall.applianceprofiles.internal.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.applianceprofiles.internal.sizing.SizingFixture.SIZING;
import static org.moothall.applianceprofiles.internal.sizing.SizingFixture.number;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.moothall.applianceprofiles.CallType;
import org.moothall.applianceprofiles.Figure;
import org.moothall.applianceprofiles.PlatformId;
import org.moothall.applianceprofiles.sizing.Finding;
import org.moothall.applianceprofiles.sizing.HostAnswer;
import org.moothall.applianceprofiles.sizing.HostAnswer.Carried;
import org.moothall.applianceprofiles.sizing.HostOffer;
import org.moothall.applianceprofiles.sizing.Processor;
import org.moothall.applianceprofiles.sizing.Role;

@NonNullByDefault({})
class CarryingTest {

    private static final Processor TWENTY_CORES = Processor.intel(2, 10);

    /** @spec installation-guide §D.1 */
    @Test
    void theHostOfTheExampleCarriesWhatTheExampleAsksFor() {
        Carried callBridge = role(offer(TWENTY_CORES, "40", "100", "10"), Role.CALL_BRIDGE);
        assertEquals("50", most(callBridge, "hd-720p30"));
        assertEquals("275000", most(callBridge, "spaces"));
        assertEquals("75000", most(callBridge, "users"));
        assertEquals("not stated", most(callBridge, "audio"));
    }

    @Test
    void lessMemoryThanTheReadingThatIsUsedIsToldAndNotMadeUp() {
        HostAnswer answer = offer(TWENTY_CORES, "32", "100", "10");
        assertEquals("50", most(role(answer, Role.CALL_BRIDGE), "hd-720p30"));
        assertEquals("75000", most(role(answer, Role.CALL_BRIDGE), "spaces"));
        assertTrue(answer.findings().stream().anyMatch(finding -> finding.kind() == Finding.Kind.EXCEEDED && finding.text().contains("need 38 GB")));
    }

    /** @spec installation-guide §D.2.1, Table 8 */
    @Test
    void theLargestEdgeServerThatFitsIsTaken() {
        assertEquals("700", most(role(offer(Processor.intel(2, 8), "8", "100", "10"), Role.EDGE), "hd-720p30"));
        assertEquals("175", most(role(offer(Processor.intel(2, 8), "8", "100", "1"), Role.EDGE), "hd-720p30"));
        Carried none = role(offer(Processor.intel(1, 2), "2", "100", "0.1"), Role.EDGE);
        assertFalse(none.fits());
        assertEquals(List.of("It needs 4 virtual CPUs (§D.2.1); there are 2.", "It needs 4 GB of memory (§D.2.1); there are 2.",
                "It needs 1 Gbit/s of network (§D.2.1); there are 0.1."), none.reasons());
    }

    /** @spec installation-guide Table 9 */
    @Test
    void recordingsAreBoundByCoresMemoryAndTheTable() {
        Carried small = role(offer(Processor.intel(1, 8), "4", "100", "1"), Role.RECORDER);
        assertEquals(List.of("8", "4", "40"), List.of(most(small, "hd-720p"), most(small, "full-hd-1080p"), most(small, "audio")));
        Carried large = role(offer(Processor.intel(2, 16), "64", "100", "1"), Role.RECORDER);
        assertEquals(List.of("40", "20", "100"), List.of(most(large, "hd-720p"), most(large, "full-hd-1080p"), most(large, "audio")));
    }

    /** @spec installation-guide Table 10 */
    @Test
    void streamsAreThoseOfTheLargestRowThatFits() {
        assertEquals("50", most(role(offer(Processor.intel(1, 4), "7", "100", "1"), Role.STREAMER), "hd-720p"));
        assertEquals("100", most(role(offer(Processor.intel(1, 4), "8", "100", "1"), Role.STREAMER), "hd-720p"));
        assertEquals("150", most(role(offer(Processor.intel(1, 8), "8", "100", "1"), Role.STREAMER), "full-hd-1080p"));
    }

    /** @spec installation-guide §D.3 */
    @Test
    void aDatabaseWith11GigabytesKeeps375000Spaces() {
        assertEquals("375000", most(role(offer(Processor.intel(1, 8), "11", "100", "1"), Role.DATABASE), "spaces"));
        assertFalse(role(offer(Processor.intel(1, 8), "11", "99", "1"), Role.DATABASE).fits());
    }

    /** @spec installation-guide §D.5, §D.6 */
    @Test
    void theSchedulerAndMeetingAppsNeedTheirMemory() {
        assertFalse(role(offer(TWENTY_CORES, "41", "100", "1"), Role.SCHEDULER).fits());
        assertEquals("150000", most(role(offer(TWENTY_CORES, "42", "100", "1"), Role.SCHEDULER), "meetings"));
        assertFalse(role(offer(Processor.intel(1, 8), "15", "100", "1"), Role.MEETING_APPS).fits());
        assertTrue(role(offer(Processor.intel(1, 8), "16", "100", "1"), Role.MEETING_APPS).fits());
    }

    /** @spec installation-guide §1.4, Table 4, §D.6 */
    @Test
    void anApplianceCarriesWhatItsTablesState() {
        HostAnswer answer = SIZING.carried(new HostOffer(new PlatformId("meeting-server-2000-m6"), null, null, null, null));
        assertEquals("1296", most(role(answer, Role.CALL_BRIDGE), "hd-720p30"));
        assertEquals("not stated", most(role(answer, Role.CALL_BRIDGE), "users"));
        assertEquals("EDGE RECORDER STREAMER MEETING_APPS",
                answer.roles().stream().filter(role -> !role.fits()).map(role -> role.role().name()).collect(Collectors.joining(" ")));
        assertEquals(List.of("It does not run on this platform (§D.6)."), role(answer, Role.MEETING_APPS).reasons());
    }

    @Test
    void headroomIsMeasuredAgainstWhatAPlatformCarries() {
        assertEquals(number("875"), SIZING.calls(new PlatformId("meeting-server-2000-m5v2"), null, CallType.HD_720P30).value());
        assertEquals(number("50"), SIZING.calls(PlatformId.VIRTUAL_MACHINE, TWENTY_CORES, CallType.HD_720P30).value());
        Figure audio = SIZING.calls(PlatformId.VIRTUAL_MACHINE, TWENTY_CORES, CallType.AUDIO);
        assertEquals(null, audio.value());
    }

    private static HostAnswer offer(Processor processor, String memory, String storage, String network) {
        return SIZING.carried(new HostOffer(null, processor, number(memory), number(storage), number(network)));
    }

    private static Carried role(HostAnswer answer, Role role) {
        return answer.roles().stream().filter(each -> each.role() == role).findFirst().orElseThrow();
    }

    private static String most(Carried role, String what) {
        return role.loads().stream().filter(load -> load.what().equals(what)).findFirst().orElseThrow().most().stated().map(value -> value.toPlainString())
                .orElse("not stated");
    }
}
