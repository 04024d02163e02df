package org.moothall.applianceprofiles.internal.sizing;

import static org.moothall.applianceprofiles.sizing.Role.CALL_BRIDGE;

import java.math.BigDecimal;

import org.moothall.applianceprofiles.Figure;
import org.moothall.applianceprofiles.SizingRules;
import org.moothall.applianceprofiles.SizingRules.CallBridgeRules;
import org.moothall.applianceprofiles.Source;
import org.moothall.applianceprofiles.Unit;
import org.moothall.applianceprofiles.sizing.Disagreement.Reading;
import org.moothall.applianceprofiles.sizing.Processor.Make;

/** What cores of a host carry and what its machine is given. @spec installation-guide §2.1.2, §2.3, §D.1, §E.1 */
record CoreRule(SizingRules rules, HostProcessor host, Working work) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Call legs of 720p30 that a physical core carries. */
    BigDecimal legsPerCore() {
        CallBridgeRules rule = rules.callBridge();
        BigDecimal reference = rule.referenceFrequency().required();
        BigDecimal legs = rule.callLegsPerCore().required().multiply(host.gigahertz()).divide(reference, Rounding.SHARES);
        String arithmetic = rule.callLegsPerCore().required() + " × " + host.gigahertz().toPlainString() + " GHz ÷ " + reference + " GHz";
        work.step(CALL_BRIDGE, "A physical core carries 2.5 call legs of 720p30 at 2.5 GHz, in proportion to its frequency",
                arithmetic + " = " + Words.number(legs), legs, Unit.CALL_LEGS, rule.callLegsPerCore().source());
        if (!host.hyperthreading()) {
            legs = less(legs, HUNDRED.subtract(rule.reductionWithoutHyperthreading().required()), "Without hyperthreading capacity is reduced by up to 30 %",
                    rule.reductionWithoutHyperthreading().source());
        }
        if (host.make() == Make.AMD) {
            legs = less(legs, rule.leastOfIntel().required(), "AMD modules have 60 to 70 % of the capacity of Intel cores; the lower end is taken",
                    rule.leastOfIntel().source());
            work.recommend(CALL_BRIDGE, "Intel processors are recommended for production.", rule.leastOfIntel().source());
        }
        warnOfSlowProcessor();
        return legs;
    }

    private BigDecimal less(BigDecimal legs, BigDecimal percent, String words, Source source) {
        BigDecimal left = legs.multiply(percent).divide(HUNDRED);
        return work.step(CALL_BRIDGE, words, Words.number(legs) + " × " + Words.number(percent) + " % = " + Words.number(left), left, Unit.CALL_LEGS, source);
    }

    private void warnOfSlowProcessor() {
        Figure least = rules.host().minimum().frequency();
        Figure recommended = rules.host().recommended().frequency();
        if (host.gigahertz().compareTo(least.required()) < 0) {
            work.exceeded(CALL_BRIDGE, "The processor must have at least " + least.required() + " GHz.", least.source());
        } else if (host.gigahertz().compareTo(recommended.required()) < 0) {
            work.recommend(CALL_BRIDGE, "A processor of " + recommended.required() + " GHz is recommended.", recommended.source());
        }
    }

    /** Virtual CPUs of the machine on a host of so many cores. */
    long virtualCpus(long cores) {
        CallBridgeRules rule = rules.callBridge();
        long spared = rule.sparedCores().required().longValueExact();
        long each = host.hyperthreading() ? rule.logicalCoresPerCore().required().longValueExact() : 1;
        long cpus = Math.max(0, cores - spared) * each;
        work.step(CALL_BRIDGE, "The machine gets all physical cores but one, with hyperthreading two virtual CPUs for each",
                "(" + cores + " − " + spared + ") × " + each + " = " + cpus, cpus, Unit.VIRTUAL_CPUS, rule.sparedCores().source());
        if (host.sockets() == 1) {
            work.disagree(CALL_BRIDGE, "Does a host with one processor keep a core for the hypervisor?",
                    new Reading("All physical cores but one go to the machine", "(" + cores + " − " + spared + ") × " + each + " = " + cpus,
                            new Figure(BigDecimal.valueOf(cpus), Unit.VIRTUAL_CPUS, rule.sparedCores().source()), true),
                    new Reading("On a single processor host the machine gets as many as there are logical cores", cores + " × " + each + " = " + cores * each,
                            new Figure(BigDecimal.valueOf(cores * each), Unit.VIRTUAL_CPUS, Source.guide("§2.3")), false));
        }
        return cpus;
    }

    /** Says that the host's cores and the machine's are not the same number, which the guide's example passes over. */
    void tellWhoseCores(long cores, BigDecimal perCore, BigDecimal wanted) {
        long spared = rules.callBridge().sparedCores().required().longValueExact();
        BigDecimal ofHost = perCore.multiply(BigDecimal.valueOf(cores));
        BigDecimal ofMachine = perCore.multiply(BigDecimal.valueOf(Math.max(0, cores - spared)));
        if (ofMachine.compareTo(wanted) < 0) {
            Source source = rules.callBridge().callLegsPerCore().source();
            work.disagree(CALL_BRIDGE, "Do the call legs per core count the cores of the host or those of the machine?",
                    new Reading("Those of the host: in the example 20 cores carry 50 call legs, though the machine has 19",
                            cores + " × " + Words.number(perCore) + " = " + Words.number(ofHost), new Figure(ofHost, Unit.CALL_LEGS, source), true),
                    new Reading("Those of the machine, as where 10 of 20 cores are pinned to it for 25 call legs (§E.1)",
                            (cores - spared) + " × " + Words.number(perCore) + " = " + Words.number(ofMachine) + ": fewer than " + Words.number(wanted),
                            new Figure(ofMachine, Unit.CALL_LEGS, Source.guide("§D.1, §E.1")), false));
        }
    }
}
