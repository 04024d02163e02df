package org.moothall.applianceprofiles.internal.sizing;

import java.math.BigDecimal;

import org.moothall.applianceprofiles.Figure;
import org.moothall.applianceprofiles.SizingRules;
import org.moothall.applianceprofiles.Unit;
import org.moothall.applianceprofiles.sizing.Role;

/** The scheduler, beside a Call Bridge. @spec installation-guide §D.5 */
record SchedulerSizing(SizingRules rules, Demand demand, Working work) {

    /** Memory that its server needs in addition, in gigabytes. */
    BigDecimal memory() {
        if (demand.scheduledMeetings() == 0) {
            return BigDecimal.ZERO;
        }
        Figure most = rules.scheduler().meetings();
        work.step(Role.SCHEDULER, "Meetings that schedulers keep, whether one or three",
                Words.number(demand.scheduledMeetings()) + " of " + Words.number(most.required()), most.required(), Unit.MEETINGS, most.source());
        if (BigDecimal.valueOf(demand.scheduledMeetings()).compareTo(most.required()) > 0) {
            work.exceeded(Role.SCHEDULER, "Schedulers keep up to " + Words.number(most.required()) + " meetings; further schedulers add resilience only.",
                    most.source());
        }
        Figure memory = demand.platform().schedulerMemory();
        if (memory.stated().isEmpty()) {
            work.notStated(Role.SCHEDULER, "Whether the scheduler needs more memory on " + demand.platform().name() + " is not stated.", memory.source());
            return BigDecimal.ZERO;
        }
        return work.step(Role.SCHEDULER, "Memory in addition on the Call Bridge that runs the scheduler", Words.number(memory.required()) + " GB",
                memory.required(), Unit.GIGABYTES, memory.source());
    }
}
