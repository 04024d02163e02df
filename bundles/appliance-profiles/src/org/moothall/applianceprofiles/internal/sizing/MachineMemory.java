package org.moothall.applianceprofiles.internal.sizing;

import static org.moothall.applianceprofiles.Unit.GIGABYTES;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.moothall.applianceprofiles.Figure;
import org.moothall.applianceprofiles.SizingRules;
import org.moothall.applianceprofiles.SizingRules.CallBridgeRules;
import org.moothall.applianceprofiles.SizingRules.SpaceMemory;
import org.moothall.applianceprofiles.Source;
import org.moothall.applianceprofiles.Unit;
import org.moothall.applianceprofiles.sizing.Disagreement;
import org.moothall.applianceprofiles.sizing.Disagreement.Reading;
import org.moothall.applianceprofiles.sizing.Role;

/** Memory of machines in gigabytes. @spec installation-guide Table 2, Table 3, §D.1, §D.3 */
record MachineMemory(SizingRules rules, Working work) {

    /** Of a Call Bridge for its calls, on a host of so many cores; the guide answers this in up to four ways. */
    BigDecimal forCalls(long cores, long virtualCpus, BigDecimal legs) {
        CallBridgeRules rule = rules.callBridge();
        BigDecimal each = rule.memoryPerVirtualCpu().required();
        BigDecimal memory = rule.recommendedMemory().required().max(each.multiply(BigDecimal.valueOf(virtualCpus)));
        String arithmetic = Words.number(virtualCpus) + " × " + each + " GB, at least " + rule.recommendedMemory().required() + " GB (required are "
                + rule.minimumMemory().required() + ") = " + Words.number(memory) + " GB";
        Source source = rule.memoryPerVirtualCpu().source();
        work.step(Role.CALL_BRIDGE, "1 GB for each virtual CPU, as in the example with spaces", arithmetic, memory, GIGABYTES, source);
        List<Reading> readings = new ArrayList<>();
        readings.add(new Reading("1 GB for each virtual CPU: 38 GB in the example with spaces", arithmetic, new Figure(memory, GIGABYTES, source), true));
        readings.add(perCore(virtualCpus));
        long logical = cores * rule.logicalCoresPerCore().required().longValueExact();
        readings.add(reading("1 GB for each logical core of the host", logical + " × 1 GB", BigDecimal.valueOf(logical), Source.guide("Table 2")));
        rules.coreConfigurations().stream().filter(row -> row.callLegs().required().compareTo(legs) == 0).findFirst()
                .ifPresent(row -> readings.add(reading("Recommended for as many call legs, with " + (row.sockets() == 2 ? "two " : "one ") + row.processor(),
                        row.modules(), row.memory().required(), row.memory().source())));
        if (readings.stream().map(reading -> reading.result().value()).distinct().count() > 1) {
            work.disagreements.add(new Disagreement(Role.CALL_BRIDGE, "How much memory do calls need?", readings));
        }
        return memory;
    }

    private Reading perCore(long virtualCpus) {
        CallBridgeRules rule = rules.callBridge();
        BigDecimal cores = BigDecimal.valueOf(virtualCpus).divide(rule.logicalCoresPerCore().required());
        return reading("1 GB for each physical core, at least 4 GB: 19 GB in the first example", Words.number(cores) + " × " + rule.memoryPerCore().required()
                + " GB", rule.minimumMemory().required().max(cores.multiply(rule.memoryPerCore().required())), rule.memoryPerCore().source());
    }

    private static Reading reading(String rule, String arithmetic, BigDecimal memory, Source source) {
        return new Reading(rule, arithmetic + " = " + Words.number(memory) + " GB", new Figure(memory, GIGABYTES, source), false);
    }

    /** What spaces need in addition, on Call Bridge and database machines alike. */
    BigDecimal forSpaces(Role role, long spaces) {
        SpaceMemory rule = rules.spaces();
        BigDecimal beyond = BigDecimal.valueOf(spaces).subtract(rule.included().required());
        if (beyond.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal exact = beyond.divide(rule.step().required(), Rounding.SHARES);
        BigDecimal steps = BigDecimal.valueOf(Rounding.up(exact));
        if (steps.compareTo(exact) != 0) {
            work.assume(role, "A begun step of 100,000 spaces counts as a whole one", Words.number(exact) + ", rounded up = " + steps, steps, Unit.GIGABYTES);
        }
        BigDecimal memory = rule.memoryPerStep().required().multiply(steps);
        String arithmetic = "(" + Words.number(spaces) + " − 75,000) ÷ 100,000 = " + Words.number(exact) + ", " + steps + " × 1 GB = " + Words.number(memory)
                + " GB";
        return work.step(role, "1 GB for each 100,000 spaces beyond 75,000", arithmetic, memory, GIGABYTES,
                role == Role.DATABASE ? Source.guide("§D.3") : rule.memoryPerStep().source());
    }

    /** How many spaces memory beyond what is needed otherwise carries. */
    BigDecimal spaces(BigDecimal spare) {
        SpaceMemory rule = rules.spaces();
        return rule.included().required().add(rule.step().required().multiply(BigDecimal.valueOf(Rounding.down(spare, rule.memoryPerStep().required()))));
    }
}
