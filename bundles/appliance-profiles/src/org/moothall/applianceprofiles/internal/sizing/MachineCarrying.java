package org.moothall.applianceprofiles.internal.sizing;

import static org.moothall.applianceprofiles.sizing.Role.CALL_BRIDGE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.moothall.applianceprofiles.ApplianceProfile;
import org.moothall.applianceprofiles.CallType;
import org.moothall.applianceprofiles.EdgeSize;
import org.moothall.applianceprofiles.Figure;
import org.moothall.applianceprofiles.MediaQuality;
import org.moothall.applianceprofiles.SizingRules;
import org.moothall.applianceprofiles.SizingRules.MachineSize;
import org.moothall.applianceprofiles.SizingRules.Recording;
import org.moothall.applianceprofiles.SizingRules.StreamerConfiguration;
import org.moothall.applianceprofiles.Source;
import org.moothall.applianceprofiles.Unit;
import org.moothall.applianceprofiles.sizing.HostAnswer;
import org.moothall.applianceprofiles.sizing.HostAnswer.Carried;
import org.moothall.applianceprofiles.sizing.HostAnswer.Load;
import org.moothall.applianceprofiles.sizing.Role;

/** What a virtual machine on a host of one's own carries, in each role alone. @spec installation-guide Appendix D */
record MachineCarrying(SizingRules rules, ApplianceProfile platform, Machine machine, Working work) {

    HostAnswer answer() {
        BigDecimal calls = legs();
        BigDecimal memory = callBridgeMemory(calls);
        return new HostAnswer(List.of(callBridge(calls, memory), edge(), recorder(), streamer(), database(), scheduler(memory), meetingApps()), work.steps,
                work.disagreements, work.findings);
    }

    private long cores() {
        return machine.processor().cores();
    }

    private BigDecimal legs() {
        CoreRule rule = new CoreRule(rules, machine.processor(), work);
        BigDecimal perCore = rule.legsPerCore();
        BigDecimal exact = perCore.multiply(BigDecimal.valueOf(cores()));
        BigDecimal legs = Rounding.whole(exact);
        work.step(CALL_BRIDGE, "Call legs of 720p30 on " + cores() + " physical cores", cores() + " × " + Words.number(perCore) + " = " + Words.number(exact),
                legs,
                Unit.CALL_LEGS, rules.callBridge().callLegsPerCore().source());
        rule.tellWhoseCores(cores(), perCore, legs);
        return legs;
    }

    private long virtualCpus() {
        return new CoreRule(rules, machine.processor(), new Working()).virtualCpus(cores());
    }

    private BigDecimal callBridgeMemory(BigDecimal legs) {
        return new MachineMemory(rules, work).forCalls(cores(), new CoreRule(rules, machine.processor(), work).virtualCpus(cores()), legs);
    }

    private Carried callBridge(BigDecimal legs, BigDecimal memory) {
        List<String> reasons = new ArrayList<>();
        Machine.lack(reasons, "virtual CPUs", BigDecimal.valueOf(virtualCpus()), rules.callBridge().minimumVirtualCpus());
        Machine.lack(reasons, "GB of memory", machine.memory(), rules.callBridge().minimumMemory());
        Machine.lack(reasons, "GB of storage", machine.storage(), rules.host().minimum().storage());
        Machine.lack(reasons, "GHz", machine.processor().gigahertz(), rules.host().minimum().frequency());
        if (reasons.isEmpty() && machine.memory().compareTo(memory) < 0) {
            work.exceeded(CALL_BRIDGE,
                    "By the reading that is used these calls need " + Words.number(memory) + " GB of memory; there are " + Words.number(machine.memory())
                            + ". See the other readings.",
                    rules.callBridge().memoryPerVirtualCpu().source());
        }
        List<Load> loads = new ArrayList<>();
        for (CallType type : CallType.values()) {
            loads.add(new Load(Words.code(type), type == CallType.HD_720P30 ? new Figure(legs, Unit.CALLS, rules.callBridge().callLegsPerCore().source())
                    : platform.calls(type)));
        }
        loads.add(new Load("users", platform.users()));
        loads.add(spaces(CALL_BRIDGE, memory));
        return carried(CALL_BRIDGE, reasons, loads);
    }

    /** With less memory than calls need there is none to spare for more spaces. */
    private Load spaces(Role role, BigDecimal memory) {
        BigDecimal spare = machine.memory().subtract(memory).max(BigDecimal.ZERO);
        BigDecimal spaces = new MachineMemory(rules, work).spaces(spare);
        work.step(role, "Spaces: 75,000, and 100,000 for each GB to spare",
                "75,000 + " + Words.number(Rounding.whole(spare)) + " × 100,000 = " + Words.number(spaces), spaces,
                Unit.SPACES, rules.spaces().memoryPerStep().source());
        return new Load("spaces", new Figure(spaces, Unit.SPACES, rules.spaces().memoryPerStep().source()));
    }

    /** One Edge server: virtual CPUs are physical ones here. */
    private Carried edge() {
        List<String> reasons = lacking(EdgeSize.SMALL);
        EdgeSize size = lacking(EdgeSize.LARGE).isEmpty() ? EdgeSize.LARGE : EdgeSize.SMALL;
        List<Load> loads = new ArrayList<>();
        edgeServer(size).calls().forEach((type, most) -> loads.add(new Load(Words.code(type), most)));
        if (reasons.isEmpty()) {
            work.step(Role.EDGE, "The largest configuration that fits: " + Words.code(size), edgeServer(size).size().virtualCpus().required() + " virtual CPUs",
                    1, Unit.SERVERS,
                    Source.guide("§D.2.1"));
        }
        return carried(Role.EDGE, reasons, loads);
    }

    private SizingRules.EdgeServer edgeServer(EdgeSize size) {
        return java.util.Objects.requireNonNull(rules.edge().servers().get(size));
    }

    private List<String> lacking(EdgeSize size) {
        return machine.lacks(edgeServer(size).size(), cores());
    }

    private Carried recorder() {
        MachineSize least = rules.recorder().minimum();
        List<Load> loads = new ArrayList<>();
        for (Map.Entry<MediaQuality, Recording> each : rules.recorder().recordings().entrySet()) {
            Recording row = each.getValue();
            BigDecimal byCpu = row.perVirtualCpu().required().multiply(BigDecimal.valueOf(cores()));
            BigDecimal byMemory = BigDecimal.valueOf(Rounding.down(machine.memory(), row.memory().required()));
            BigDecimal most = byCpu.min(byMemory).min(row.most().required());
            work.step(Role.RECORDER,
                    "Recordings of " + Words.code(each.getKey()) + ": the least of what virtual CPUs (as many as cores), memory and the table allow",
                    Words.number(byCpu) + ", " + Words.number(byMemory) + ", " + Words.number(row.most().required()), most, Unit.RECORDINGS,
                    row.most().source());
            loads.add(new Load(Words.code(each.getKey()), new Figure(most, Unit.RECORDINGS, row.most().source())));
        }
        return carried(Role.RECORDER, machine.lacks(least, cores()), loads);
    }

    private Carried streamer() {
        List<Load> loads = new ArrayList<>();
        rules.streamer().configurations().stream().filter(row -> machine.lacks(row.size(), cores()).isEmpty()).reduce((smaller, larger) -> larger)
                .ifPresent(row -> streams(row, loads));
        return carried(Role.STREAMER, machine.lacks(rules.streamer().minimum(), cores()), loads);
    }

    private void streams(StreamerConfiguration row, List<Load> loads) {
        work.step(Role.STREAMER, "The largest configuration that fits",
                row.size().virtualCpus().required() + " virtual CPUs, " + row.size().memory().required() + " GB", 1,
                Unit.SERVERS, row.size().virtualCpus().source());
        row.streams().forEach((quality, most) -> loads.add(new Load(Words.code(quality), most)));
    }

    private Carried database() {
        MachineSize size = rules.database();
        List<String> reasons = machine.lacks(size, virtualCpus());
        return carried(Role.DATABASE, reasons,
                reasons.isEmpty() ? List.of(new Load("users", platform.users()), spaces(Role.DATABASE, size.memory().required())) : List.of());
    }

    private Carried scheduler(BigDecimal callBridgeMemory) {
        List<String> reasons = new ArrayList<>();
        BigDecimal needed = callBridgeMemory.add(platform.schedulerMemory().required());
        Machine.lack(reasons, "GB of memory beside a Call Bridge with all its calls", machine.memory(),
                new Figure(needed, Unit.GIGABYTES, platform.schedulerMemory().source()));
        return carried(Role.SCHEDULER, reasons, List.of(new Load("meetings", rules.scheduler().meetings())));
    }

    private Carried meetingApps() {
        return carried(Role.MEETING_APPS, machine.lacks(rules.meetingApps(), virtualCpus()), List.of());
    }

    private static Carried carried(Role role, List<String> reasons, List<Load> loads) {
        return new Carried(role, reasons.isEmpty(), reasons, reasons.isEmpty() ? loads : List.of());
    }
}
