package org.moothall.applianceprofiles.internal.sizing;

import static org.moothall.applianceprofiles.sizing.Role.RECORDER;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

import org.moothall.applianceprofiles.ApplianceProfile;
import org.moothall.applianceprofiles.MediaQuality;
import org.moothall.applianceprofiles.SizingRules;
import org.moothall.applianceprofiles.SizingRules.MachineSize;
import org.moothall.applianceprofiles.SizingRules.Recording;
import org.moothall.applianceprofiles.Source;
import org.moothall.applianceprofiles.Unit;
import org.moothall.applianceprofiles.sizing.SizingAnswer.Host;

/** Recorders on machines of their own. @spec installation-guide §D.4.1, Table 9 */
record RecordingSizing(SizingRules rules, Demand demand, ApplianceProfile machine, Working work) {

    private static final Source TABLE = Source.guide("Table 9");

    void size() {
        long count = count();
        BigDecimal cpus = BigDecimal.ZERO;
        BigDecimal memory = BigDecimal.ZERO;
        BigDecimal disk = BigDecimal.ZERO;
        for (Map.Entry<MediaQuality, Long> each : demand.recordings().entrySet()) {
            Recording row = row(each.getKey());
            BigDecimal number = BigDecimal.valueOf(Rounding.up(BigDecimal.valueOf(each.getValue()), BigDecimal.valueOf(count)));
            cpus = cpus.add(step(each.getKey(), number, "÷", row.perVirtualCpu().required(), Unit.VIRTUAL_CPUS));
            memory = memory.add(step(each.getKey(), number, "×", row.memory().required(), Unit.GIGABYTES));
            disk = disk.add(step(each.getKey(), number, "×", row.diskPerHour().required(), Unit.GIGABYTES_PER_HOUR));
        }
        MachineSize least = rules.recorder().minimum();
        long whole = Rounding.up(cpus.max(least.virtualCpus().required()));
        work.step(RECORDER, "Virtual CPUs of a recorder, at least 4", Words.number(cpus) + ", rounded up = " + whole, whole, Unit.VIRTUAL_CPUS,
                least.virtualCpus().source());
        BigDecimal enough = work.step(RECORDER, "Memory of a recorder, at least 4 GB",
                Words.number(memory) + " GB, so " + Words.number(memory.max(least.memory().required()))
                        + " GB",
                memory.max(least.memory().required()), Unit.GIGABYTES, least.memory().source());
        work.hosts.add(new Host(RECORDER, count, machine.id(), "Recorder", null, whole, enough, null, null, disk));
        work.recommend(RECORDER, "In production recorders run on other servers than the conferences.", Source.guide("Appendix D"));
    }

    private Recording row(MediaQuality quality) {
        return Objects.requireNonNull(rules.recorder().recordings().get(quality));
    }

    private BigDecimal step(MediaQuality quality, BigDecimal number, String operator, BigDecimal each, Unit unit) {
        BigDecimal result = operator.equals("÷") ? number.divide(each, Rounding.SHARES) : number.multiply(each);
        return work.step(RECORDER, "Recordings of " + Words.code(quality) + " on one recorder",
                Words.number(number) + " " + operator + " " + Words.number(each) + " = "
                        + Words.number(result),
                result, unit, TABLE);
    }

    private long count() {
        BigDecimal sum = work.shares(RECORDER, demand.recordings(), quality -> row(quality).most(), "Recordings", "recorders at the most");
        return work.whole(RECORDER, sum, "recorders", TABLE);
    }
}
