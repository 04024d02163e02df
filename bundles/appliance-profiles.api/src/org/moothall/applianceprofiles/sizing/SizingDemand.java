package org.moothall.applianceprofiles.sizing;

import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.applianceprofiles.CallType;
import org.moothall.applianceprofiles.EdgeCallType;
import org.moothall.applianceprofiles.EdgeSize;
import org.moothall.applianceprofiles.MediaQuality;
import org.moothall.applianceprofiles.PlatformId;

/**
 * What is to be carried. Numbers are from 0 to 10,000,000; what is left out is 0.
 *
 * @param platform of the Call Bridges; left out for a virtual machine on a host of one's own
 * @param host processors of that host; left out when they are asked for
 * @param calls at the same time, by type
 * @param users of the cluster
 * @param spaces of the deployment
 * @param edgeCalls web app calls over Edge servers at the same time, by type
 * @param edgeSize which configuration; left out for the one that needs fewer virtual CPUs
 * @param recordings at the same time, by quality
 * @param streams at the same time, by quality
 * @param databases machines for a database alone, 0 to 24; with 0 the databases are beside the Call Bridges
 * @param scheduledMeetings that the scheduler keeps; 0 for no scheduler
 * @param meetingApps whether file sharing and surveys are wanted
 */
public record SizingDemand(@Nullable PlatformId platform, @Nullable Processor host, @Nullable Map<CallType, @Nullable Long> calls, @Nullable Long users,
        @Nullable Long spaces, @Nullable Map<EdgeCallType, @Nullable Long> edgeCalls, @Nullable EdgeSize edgeSize,
        @Nullable Map<MediaQuality, @Nullable Long> recordings, @Nullable Map<MediaQuality, @Nullable Long> streams, @Nullable Long databases,
        @Nullable Long scheduledMeetings, @Nullable Boolean meetingApps) {

    /** The most that can be asked for of anything. */
    public static final long MOST = 10_000_000;
}
