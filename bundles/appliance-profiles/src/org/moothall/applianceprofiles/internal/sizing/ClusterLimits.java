package org.moothall.applianceprofiles.internal.sizing;

import java.math.BigDecimal;

import org.moothall.applianceprofiles.ApplianceProfile;
import org.moothall.applianceprofiles.ApplianceProfile.Kind;
import org.moothall.applianceprofiles.Figure;
import org.moothall.applianceprofiles.Unit;
import org.moothall.applianceprofiles.sizing.Role;

/** What a cluster carries however many servers it has: users, by where its databases are. @spec installation-guide §A.5, Table 5 */
record ClusterLimits(Demand demand, ApplianceProfile machine, Working work) {

    void check() {
        if (demand.users() == 0) {
            return;
        }
        boolean onMachines = demand.databases() > 0 || demand.platform().kind() == Kind.VIRTUAL_MACHINE;
        Figure most = onMachines ? machine.users() : demand.platform().users();
        String where = onMachines ? "virtual machines" : demand.platform().name();
        if (most.stated().isEmpty()) {
            work.notStated(Role.DATABASE, "How many users a cluster with its databases on " + where + " has is not stated.", most.source());
            return;
        }
        work.step(Role.DATABASE, "Users of a cluster whose databases are on " + where,
                Words.number(demand.users()) + " of " + Words.number(most.required()), most.required(), Unit.USERS, most.source());
        if (BigDecimal.valueOf(demand.users()).compareTo(most.required()) > 0) {
            work.exceeded(Role.DATABASE, "A cluster whose databases are on " + where + " has up to " + Words.number(most.required()) + " users.",
                    most.source());
        }
    }
}
