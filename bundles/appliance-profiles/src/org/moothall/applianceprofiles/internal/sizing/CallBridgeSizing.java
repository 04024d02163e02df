package org.moothall.applianceprofiles.internal.sizing;

import static org.moothall.applianceprofiles.sizing.Role.CALL_BRIDGE;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.applianceprofiles.ApplianceProfile;
import org.moothall.applianceprofiles.ApplianceProfile.Kind;
import org.moothall.applianceprofiles.CallType;
import org.moothall.applianceprofiles.Figure;
import org.moothall.applianceprofiles.SizingRules;
import org.moothall.applianceprofiles.Unit;
import org.moothall.applianceprofiles.sizing.Role;
import org.moothall.applianceprofiles.sizing.SizingAnswer.Host;

/** How many Call Bridges, and of what size. @spec installation-guide Table 4, Table 5, §D.1, §D.2.2 */
record CallBridgeSizing(SizingRules rules, Demand demand, ApplianceProfile machine, Working work) {

    void size() {
        if (demand.platform().kind() == Kind.VIRTUAL_MACHINE) {
            machines();
        } else {
            appliances();
        }
        new ClusterLimits(demand, machine, work).check();
    }

    private void machines() {
        for (Map.Entry<CallType, Long> each : demand.calls().entrySet()) {
            if (each.getKey() != CallType.HD_720P30) {
                work.notStated(CALL_BRIDGE, "What a virtual machine carries is stated in call legs of 720p30 only: the " + Words.number(each.getValue())
                        + " calls of " + Words.code(each.getKey()) + " are not in this answer.", rules.callBridge().callLegsPerCore().source());
            }
        }
        BigDecimal legs = BigDecimal.valueOf(demand.calls().getOrDefault(CallType.HD_720P30, 0L));
        CoreRule rule = new CoreRule(rules, demand.host(), work);
        BigDecimal perCore = rule.legsPerCore();
        long cores = work.step(CALL_BRIDGE, "Physical cores for " + Words.number(legs) + " call legs of 720p30",
                Words.number(legs) + " ÷ " + Words.number(perCore)
                        + ", rounded up = " + Rounding.up(legs, perCore),
                Rounding.up(legs, perCore), Unit.PHYSICAL_CORES, rules.callBridge().callLegsPerCore().source());
        long own = demand.host().cores();
        long count = own == 0 ? 1 : Math.max(1, Rounding.up(BigDecimal.valueOf(cores), BigDecimal.valueOf(own)));
        if (own > 0) {
            work.step(CALL_BRIDGE, "Hosts of " + own + " cores", cores + " ÷ " + own + ", rounded up = " + count, count, Unit.CALL_BRIDGES,
                    rules.callBridge().callLegsPerCore().source());
        }
        machine(rule, perCore, own == 0 ? Math.max(cores, leastCores()) : own, count, legs);
    }

    /** A host that leaves the machine its fewest virtual CPUs. */
    private long leastCores() {
        long each = demand.host().hyperthreading() ? rules.callBridge().logicalCoresPerCore().required().longValueExact() : 1;
        return Rounding.up(rules.callBridge().minimumVirtualCpus().required(), BigDecimal.valueOf(each))
                + rules.callBridge().sparedCores().required().longValueExact();
    }

    private void machine(CoreRule rule, BigDecimal perCore, long cores, long count, BigDecimal legs) {
        long cpus = rule.virtualCpus(cores);
        BigDecimal each = legs.divide(BigDecimal.valueOf(count), Rounding.SHARES);
        rule.tellWhoseCores(cores, perCore, each);
        Figure fewest = rules.callBridge().minimumVirtualCpus();
        if (BigDecimal.valueOf(cpus).compareTo(fewest.required()) < 0) {
            work.exceeded(CALL_BRIDGE, "The machine must have at least " + fewest.required() + " virtual CPUs; this host leaves it " + cpus + ".",
                    fewest.source());
        }
        MachineMemory memory = new MachineMemory(rules, work);
        BigDecimal needed = memory.forCalls(cores, cpus, each).add(memory.forSpaces(CALL_BRIDGE, demand.spaces()));
        add(count, cores, cpus, needed);
    }

    private void appliances() {
        ApplianceProfile platform = demand.platform();
        Map<CallType, Long> stated = stated(platform);
        BigDecimal sum = work.shares(CALL_BRIDGE, stated, platform::calls, "Calls", platform.name());
        long count = Math.max(1, work.whole(CALL_BRIDGE, sum, "servers", platform.calls(CallType.HD_720P30).source()));
        if (demand.spaces() > rules.spaces().included().required().longValueExact()) {
            work.notStated(CALL_BRIDGE, "For more than 75,000 spaces virtual machines need more memory. Whether " + platform.name() + " does is not stated.",
                    rules.spaces().memoryPerStep().source());
        }
        add(count, null, null, null);
    }

    /** The calls whose capacity is stated; says of the others that they are not in the answer. */
    private Map<CallType, Long> stated(ApplianceProfile platform) {
        Map<CallType, Long> stated = new EnumMap<>(CallType.class);
        demand.calls().forEach((type, number) -> {
            if (platform.calls(type).stated().isPresent()) {
                stated.put(type, number);
            } else {
                work.notStated(CALL_BRIDGE, "How many calls of " + Words.code(type) + " " + platform.name() + " carries is not stated: the "
                        + Words.number(number) + " that are wanted are not in this answer.", platform.calls(type).source());
            }
        });
        return stated;
    }

    /** One of them runs the scheduler and may need memory for it. */
    private void add(long count, @Nullable Long cores, @Nullable Long cpus, @Nullable BigDecimal memory) {
        BigDecimal extra = new SchedulerSizing(rules, demand, work).memory();
        BigDecimal storage = memory == null ? null : rules.host().minimum().storage().required();
        boolean apart = memory != null && extra.signum() > 0 && count > 1;
        BigDecimal most = memory == null ? null : memory.add(extra);
        work.hosts.add(new Host(CALL_BRIDGE, apart ? 1 : count, demand.platform().id(), demand.platform().name(), cores, cpus, most, storage, null, null));
        if (apart) {
            work.hosts.add(new Host(CALL_BRIDGE, count - 1, demand.platform().id(), demand.platform().name(), cores, cpus, memory, storage, null, null));
        }
        Figure perCluster = rules.callBridge().callBridgesPerCluster();
        if (BigDecimal.valueOf(count).compareTo(perCluster.required()) > 0) {
            work.exceeded(Role.CALL_BRIDGE,
                    "A cluster has up to " + perCluster.required() + " Call Bridges: " + Words.number(count) + " need several clusters.",
                    perCluster.source());
        }
    }
}
