package org.moothall.applianceprofiles.sizing;

import java.math.BigDecimal;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.applianceprofiles.PlatformId;

/**
 * A host that is there. Sizes are from 0 to 1,000,000.
 *
 * @param platform left out for a virtual machine on a host of one's own, which then needs the rest
 * @param host its processors, with sockets and cores
 * @param memoryGigabytes for the machine; the hypervisor's own is not in it
 * @param storageGigabytes for the machine
 * @param networkGigabitsPerSecond for the machine
 */
public record HostOffer(@Nullable PlatformId platform, @Nullable Processor host, @Nullable BigDecimal memoryGigabytes,
        @Nullable BigDecimal storageGigabytes, @Nullable BigDecimal networkGigabitsPerSecond) {}
