package org.moothall.servers.internal.health;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.servers.CallBridge.Alarm;

/**
 * What a Call Bridge told of itself at one moment.
 *
 * @param clusterId identity of its cluster, or null when it tells none
 * @param clock where its clock stands against ours
 */
public record Reading(String softwareVersion, @Nullable Long uptimeSeconds, @Nullable Integer callLegsActive, @Nullable Integer load, List<Alarm> alarms,
        @Nullable String clusterId, ClockOffset clock) {
    public Reading {
        alarms = List.copyOf(alarms);
    }
}
