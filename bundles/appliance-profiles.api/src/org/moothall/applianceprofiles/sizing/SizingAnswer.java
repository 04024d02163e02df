package org.moothall.applianceprofiles.sizing;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.applianceprofiles.Figure;
import org.moothall.applianceprofiles.PlatformId;

/**
 * What a demand needs, and how that was found.
 *
 * @param hosts one row for hosts that are alike
 * @param alternatives how many Call Bridges of each platform carry the calls
 * @param steps each rule that was used, in order
 * @param disagreements where the guide says two things
 * @param findings what is not stated, exceeded or recommended
 */
public record SizingAnswer(List<Host> hosts, List<Alternative> alternatives, List<Step> steps, List<Disagreement> disagreements, List<Finding> findings) {

    public SizingAnswer {
        hosts = List.copyOf(hosts);
        alternatives = List.copyOf(alternatives);
        steps = List.copyOf(steps);
        disagreements = List.copyOf(disagreements);
        findings = List.copyOf(findings);
    }

    /**
     * Hosts that are alike. What no guide states is left out.
     *
     * @param role what they are for
     * @param count how many
     * @param platform which they are
     * @param name of the platform or configuration
     * @param physicalCores that the host has
     * @param virtualCpus that the machine is given
     * @param memoryGigabytes of the machine
     * @param storageGigabytes of the machine
     * @param networkGigabitsPerSecond of the machine
     * @param diskGigabytesPerHour what recordings fill
     */
    public record Host(Role role, long count, PlatformId platform, String name, @Nullable Long physicalCores, @Nullable Long virtualCpus,
            @Nullable BigDecimal memoryGigabytes, @Nullable BigDecimal storageGigabytes, @Nullable BigDecimal networkGigabitsPerSecond,
            @Nullable BigDecimal diskGigabytesPerHour) {

        public Host {
            memoryGigabytes = memoryGigabytes == null ? null : Figure.plain(memoryGigabytes);
            diskGigabytesPerHour = diskGigabytesPerHour == null ? null : Figure.plain(diskGigabytesPerHour);
        }
    }

    /** Another platform for the same calls. @param callBridges left out when it cannot be told @param reason why not */
    public record Alternative(PlatformId platform, String name, @Nullable Long callBridges, @Nullable String reason) {}
}
