package org.moothall.applianceprofiles.internal.sizing;

import java.math.BigDecimal;

import org.moothall.applianceprofiles.ApplianceProfile;
import org.moothall.applianceprofiles.SizingRules;
import org.moothall.applianceprofiles.SizingRules.MachineSize;
import org.moothall.applianceprofiles.Unit;
import org.moothall.applianceprofiles.sizing.Role;
import org.moothall.applianceprofiles.sizing.SizingAnswer.Host;

/** Machines of one size: databases of their own and MeetingApps. @spec installation-guide §D.3, §D.6 */
record MachineSizing(SizingRules rules, Demand demand, ApplianceProfile machine, Working work) {

    void databases() {
        MachineSize size = rules.database();
        BigDecimal memory = size.memory().required();
        work.step(Role.DATABASE, "Memory of a database machine", Words.number(memory) + " GB", memory, Unit.GIGABYTES, size.memory().source());
        add(Role.DATABASE, demand.databases(), "Database", size, memory.add(new MachineMemory(rules, work).forSpaces(Role.DATABASE, demand.spaces())));
    }

    void meetingApps() {
        MachineSize size = rules.meetingApps();
        work.step(Role.MEETING_APPS, "A machine for MeetingApps alone",
                size.virtualCpus().required() + " virtual CPUs, " + size.memory().required() + " GB, disk "
                        + size.storage().required() + " GB",
                1, Unit.SERVERS, size.virtualCpus().source());
        add(Role.MEETING_APPS, 1, "MeetingApps", size, size.memory().required());
        work.notStated(Role.MEETING_APPS, "How many people one MeetingApps machine serves is not stated.", size.virtualCpus().source());
    }

    private void add(Role role, long count, String name, MachineSize size, BigDecimal memory) {
        work.hosts.add(
                new Host(role, count, machine.id(), name, null, size.virtualCpus().required().longValueExact(), memory, size.storage().value(), null, null));
    }
}
