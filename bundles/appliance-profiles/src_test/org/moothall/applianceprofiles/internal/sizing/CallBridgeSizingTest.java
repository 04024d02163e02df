package org.moothall.applianceprofiles.internal.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.applianceprofiles.internal.sizing.SizingFixture.arithmetic;
import static org.moothall.applianceprofiles.internal.sizing.SizingFixture.host;
import static org.moothall.applianceprofiles.internal.sizing.SizingFixture.number;

import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.moothall.applianceprofiles.CallType;
import org.moothall.applianceprofiles.internal.sizing.SizingFixture.Wanted;
import org.moothall.applianceprofiles.sizing.Disagreement;
import org.moothall.applianceprofiles.sizing.Disagreement.Reading;
import org.moothall.applianceprofiles.sizing.Finding;
import org.moothall.applianceprofiles.sizing.Processor;
import org.moothall.applianceprofiles.sizing.Processor.Make;
import org.moothall.applianceprofiles.sizing.Role;
import org.moothall.applianceprofiles.sizing.SizingAnswer;

@NonNullByDefault({})
class CallBridgeSizingTest {

    /** @spec installation-guide §D.1, last paragraph */
    @Test
    void fiftyHdPortsAnd275000SpacesNeed40GigabytesAt38VirtualCpus() {
        SizingAnswer answer = new Wanted().hd(50).spaces(275_000).sized();
        SizingAnswer.Host machine = host(answer, Role.CALL_BRIDGE);
        assertEquals(1, machine.count());
        assertEquals(20L, machine.physicalCores());
        assertEquals(38L, machine.virtualCpus());
        assertEquals(number("40"), machine.memoryGigabytes());
        assertEquals(number("100"), machine.storageGigabytes());
        assertEquals("50 ÷ 2.5, rounded up = 20", arithmetic(answer.steps(), "Physical cores for"));
        assertEquals("(20 − 1) × 2 = 38", arithmetic(answer.steps(), "The machine gets all physical cores but one"));
        assertEquals("(275,000 − 75,000) ÷ 100,000 = 2, 2 × 1 GB = 2 GB", arithmetic(answer.steps(), "1 GB for each 100,000 spaces"));
    }

    @Test
    void theGuideIsShownToDisagreeOnTheMemoryOfItsOwnExample() {
        Disagreement memory = disagreement(new Wanted().hd(50).sized(), "How much memory do calls need?");
        assertEquals(List.of("38 §D.1", "19 §D.1", "40 Table 2", "32 Table 3"),
                memory.readings().stream().map(reading -> reading.result().required() + " " + reading.result().source().place()).toList());
        assertEquals(List.of(true, false, false, false), memory.readings().stream().map(Reading::used).toList());
    }

    @Test
    void nineteenCoresAreShownNotToCarryFiftyLegs() {
        Disagreement cores = disagreement(new Wanted().hd(50).sized(), "Do the call legs per core count the cores of the host or those of the machine?");
        assertEquals(List.of("20 × 2.5 = 50", "19 × 2.5 = 47.5: fewer than 50"), cores.readings().stream().map(Reading::arithmetic).toList());
    }

    /** @spec installation-guide §2.3, step 8 */
    @Test
    void aSingleProcessorIsShownToKeepACoreInOnePlaceAndNoneInAnother() {
        SizingAnswer answer = new Wanted().hd(25).host(Processor.intel(1, 10)).sized();
        assertEquals(List.of("18", "20"), disagreement(answer, "Does a host with one processor keep a core for the hypervisor?").readings().stream()
                .map(reading -> reading.result().required().toPlainString()).toList());
    }

    @Test
    void capacityScalesWithFrequency() {
        SizingAnswer answer = new Wanted().hd(60).host(new Processor(null, null, null, number("3"), null)).sized();
        assertEquals(20L, host(answer, Role.CALL_BRIDGE).physicalCores());
        assertEquals("2.5 × 3 GHz ÷ 2.5 GHz = 3", arithmetic(answer.steps(), "A physical core carries"));
    }

    /** @spec installation-guide §2.1.2 */
    @Test
    void withoutHyperthreadingThereAre30PercentLessAndOneVirtualCpuForACore() {
        SizingAnswer answer = new Wanted().hd(35).host(new Processor(null, null, null, null, false)).sized();
        assertEquals("2.5 × 70 % = 1.75", arithmetic(answer.steps(), "Without hyperthreading"));
        assertEquals(20L, host(answer, Role.CALL_BRIDGE).physicalCores());
        assertEquals(19L, host(answer, Role.CALL_BRIDGE).virtualCpus());
    }

    /** @spec installation-guide §2.1.2 */
    @Test
    void modulesOfAmdCarry60PercentAtTheLeast() {
        SizingAnswer answer = new Wanted().hd(30).host(new Processor(Make.AMD, null, null, null, null)).sized();
        assertEquals("2.5 × 60 % = 1.5", arithmetic(answer.steps(), "AMD modules"));
        assertEquals(20L, host(answer, Role.CALL_BRIDGE).physicalCores());
        assertEquals(List.of("Intel processors are recommended for production."), texts(answer, Finding.Kind.RECOMMENDED));
    }

    @Test
    void hostsThatAreGivenAreCountedUpToWholeOnes() {
        SizingAnswer answer = new Wanted().hd(101).host(Processor.intel(2, 10)).sized();
        assertEquals(3, host(answer, Role.CALL_BRIDGE).count());
        assertEquals(38L, host(answer, Role.CALL_BRIDGE).virtualCpus());
    }

    /** @spec installation-guide §2.3, §D.1 */
    @Test
    void theSmallestMachineHas4VirtualCpusAnd8Gigabytes() {
        SizingAnswer.Host machine = host(new Wanted().hd(1).sized(), Role.CALL_BRIDGE);
        assertEquals(4L, machine.virtualCpus());
        assertEquals(number("8"), machine.memoryGigabytes());
    }

    /** @spec installation-guide Table 2 */
    @Test
    void aProcessorBelowTheMinimumIsTold() {
        SizingAnswer answer = new Wanted().hd(10).host(new Processor(null, 1, 8, number("1.9"), null)).sized();
        assertEquals(List.of("The processor must have at least 2 GHz."), texts(answer, Finding.Kind.EXCEEDED));
    }

    @Test
    void callsThatNoRuleIsStatedForAreNotGuessed() {
        SizingAnswer answer = new Wanted().calls(Map.of(CallType.AUDIO, 900L, CallType.HD_720P30, 50L)).sized();
        assertEquals(20L, host(answer, Role.CALL_BRIDGE).physicalCores());
        assertTrue(texts(answer, Finding.Kind.NOT_STATED).getFirst().contains("the 900 calls of audio are not in this answer"));
    }

    /** @spec installation-guide Table 4 */
    @Test
    void appliancesAreCountedByTheirTable() {
        assertEquals(1, host(new Wanted().on("meeting-server-1000-m6").hd(160).sized(), Role.CALL_BRIDGE).count());
        assertEquals(2, host(new Wanted().on("meeting-server-1000-m6").hd(161).sized(), Role.CALL_BRIDGE).count());
    }

    @Test
    void mixedCallsAreAddedUpAsSharesAndThatIsCalledAnAssumption() {
        SizingAnswer answer = new Wanted().on("meeting-server-2000-m5v2").calls(Map.of(CallType.HD_720P30, 875L, CallType.AUDIO, 1L)).sized();
        assertEquals(2, host(answer, Role.CALL_BRIDGE).count());
        assertEquals(List.of("Calls of several kinds share a server: what each would take alone is added"),
                answer.steps().stream().filter(step -> step.assumed()).map(step -> step.rule()).toList());
    }

    @Test
    void sharesThatMakeExactlyOneServerNeedNoSecond() {
        SizingAnswer answer = new Wanted().on("meeting-server-1000-m5v2")
                .calls(Map.of(CallType.FULL_HD_1080P60, 10L, CallType.FULL_HD_1080P30, 20L, CallType.HD_720P30, 40L)).sized();
        assertEquals(1, host(answer, Role.CALL_BRIDGE).count());
    }

    @Test
    void aPlatformWhoseCapacityIsNotStatedIsNotGuessed() {
        SizingAnswer answer = new Wanted().on("meeting-server-1000-m4").hd(10).sized();
        assertTrue(texts(answer, Finding.Kind.NOT_STATED).getFirst().contains("is not stated"));
        SizingAnswer.Alternative m4 = new Wanted().hd(10).sized().alternatives().getFirst();
        assertEquals("meeting-server-1000-m4", m4.platform().value());
        assertEquals(null, m4.callBridges());
    }

    @Test
    void everyApplianceIsComparedForTheSameCalls() {
        assertEquals(List.of("meeting-server-1000-m5v2 9", "meeting-server-1000-m6 7", "meeting-server-2000-m5v2 2", "meeting-server-2000-m6 1"),
                new Wanted().hd(1000).sized().alternatives().stream().filter(other -> other.callBridges() != null)
                        .map(other -> other.platform().value() + " " + other.callBridges()).toList());
    }

    /** @spec installation-guide §D.2.2 */
    @Test
    void moreThan24CallBridgesNeedSeveralClusters() {
        assertEquals(List.of(), texts(new Wanted().on("meeting-server-1000-m5v2").hd(24 * 120).sized(), Finding.Kind.EXCEEDED));
        assertEquals(List.of("A cluster has up to 24 Call Bridges: 25 need several clusters."),
                texts(new Wanted().on("meeting-server-1000-m5v2").hd(24 * 120 + 1).sized(), Finding.Kind.EXCEEDED));
    }

    /** @spec installation-guide Table 5 */
    @Test
    void usersAreBoundByWhereTheDatabasesAre() {
        assertEquals(List.of(), texts(new Wanted().on("meeting-server-2000-m5v2").hd(1).users(300_000).sized(), Finding.Kind.EXCEEDED));
        assertEquals(List.of("A cluster whose databases are on virtual machines has up to 75,000 users."),
                texts(new Wanted().on("meeting-server-2000-m5v2").hd(1).users(75_001).databases(1).sized(), Finding.Kind.EXCEEDED));
        assertTrue(texts(new Wanted().on("meeting-server-2000-m6").hd(1).users(10).sized(), Finding.Kind.NOT_STATED).getFirst().contains("is not stated"));
    }

    private static List<String> texts(SizingAnswer answer, Finding.Kind kind) {
        return answer.findings().stream().filter(finding -> finding.kind() == kind).map(Finding::text).toList();
    }

    private static Disagreement disagreement(SizingAnswer answer, String question) {
        return answer.disagreements().stream().filter(each -> each.question().equals(question)).findFirst().orElseThrow();
    }
}
