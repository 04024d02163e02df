package org.moothall.applianceprofiles.internal.sizing;

import static org.moothall.applianceprofiles.sizing.Role.EDGE;

import java.math.BigDecimal;
import java.util.Objects;

import org.moothall.applianceprofiles.ApplianceProfile;
import org.moothall.applianceprofiles.CallType;
import org.moothall.applianceprofiles.EdgeCallType;
import org.moothall.applianceprofiles.EdgeSize;
import org.moothall.applianceprofiles.Figure;
import org.moothall.applianceprofiles.SizingRules;
import org.moothall.applianceprofiles.SizingRules.EdgeServer;
import org.moothall.applianceprofiles.SizingRules.MachineSize;
import org.moothall.applianceprofiles.Source;
import org.moothall.applianceprofiles.Unit;
import org.moothall.applianceprofiles.sizing.SizingAnswer.Host;

/** Edge servers for web app calls. @spec installation-guide §D.2, Table 8 */
record EdgeSizing(SizingRules rules, Demand demand, ApplianceProfile machine, Working work) {

    void size() {
        EdgeSize wanted = demand.edgeSize();
        long small = wanted == EdgeSize.LARGE ? 0 : count(EdgeSize.SMALL);
        long large = wanted == EdgeSize.SMALL ? 0 : count(EdgeSize.LARGE);
        EdgeSize size = wanted == null ? cheaper(small, large) : wanted;
        long count = size == EdgeSize.SMALL ? small : large;
        MachineSize each = server(size).size();
        work.hosts.add(new Host(EDGE, count, machine.id(), size == EdgeSize.SMALL ? "Small Edge server" : "Large Edge server", null, cpus(size),
                each.memory().value(), each.storage().value(), each.network().value(), null));
        groups(count);
        recommend();
    }

    private EdgeServer server(EdgeSize size) {
        return Objects.requireNonNull(rules.edge().servers().get(size));
    }

    private long cpus(EdgeSize size) {
        return server(size).size().virtualCpus().required().longValueExact();
    }

    private long count(EdgeSize size) {
        String where = size == EdgeSize.SMALL ? "small Edge servers" : "large Edge servers";
        BigDecimal sum = work.shares(EDGE, demand.edgeCalls(), type -> Objects.requireNonNull(server(size).calls().get(type)), "Calls", where);
        return work.whole(EDGE, sum, where, Source.guide("Table 8"));
    }

    private EdgeSize cheaper(long small, long large) {
        long cpusOfSmall = small * cpus(EdgeSize.SMALL);
        long cpusOfLarge = large * cpus(EdgeSize.LARGE);
        EdgeSize size = cpusOfSmall <= cpusOfLarge ? EdgeSize.SMALL : EdgeSize.LARGE;
        work.assume(EDGE, "The configuration that needs fewer virtual CPUs in all", small + " × 4 or " + large + " × 16",
                BigDecimal.valueOf(Math.min(cpusOfSmall, cpusOfLarge)), Unit.VIRTUAL_CPUS);
        return size;
    }

    private void groups(long count) {
        Figure most = rules.edge().perCallBridgeGroup();
        long groups = Rounding.up(BigDecimal.valueOf(count), most.required());
        if (groups > 1) {
            work.recommend(EDGE,
                    "A Call Bridge group has up to " + most.required() + " Edge servers: " + Words.number(count) + " need " + Words.number(groups) + " groups.",
                    most.source());
        }
    }

    private void recommend() {
        long calls = demand.edgeCalls().values().stream().mapToLong(Long::longValue).sum();
        if (BigDecimal.valueOf(calls).compareTo(rules.edge().smallExpressway().required()) <= 0) {
            work.recommend(EDGE, "For 200 calls or fewer a medium Expressway is the recommended solution at the edge.",
                    rules.edge().smallExpressway().source());
        } else if (BigDecimal.valueOf(calls).compareTo(rules.edge().largeExpressway().required()) <= 0) {
            work.recommend(EDGE, "For 800 calls or fewer a large Expressway (or CE1200) is the recommended solution at the edge.",
                    rules.edge().largeExpressway().source());
        }
        if (demand.edgeCalls().containsKey(EdgeCallType.SD_448P30) && demand.calls().containsKey(CallType.SD_480P30)) {
            work.notStated(EDGE,
                    "SD calls are 480p30 where Call Bridges are concerned (Table 4) and 448p30 at the edge (Table 8): whether they are the same calls"
                            + " is not stated.",
                    Source.guide("Table 4, Table 8"));
        }
    }
}
