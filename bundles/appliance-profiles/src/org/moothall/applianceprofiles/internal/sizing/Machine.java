package org.moothall.applianceprofiles.internal.sizing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.applianceprofiles.Figure;
import org.moothall.applianceprofiles.SizingRules.MachineSize;
import org.moothall.applianceprofiles.internal.sizing.Demand.Refusals;
import org.moothall.applianceprofiles.sizing.HostOffer;

/** A host of one's own in which everything is said; sizes in gigabytes and gigabits a second. */
record Machine(HostProcessor processor, BigDecimal memory, BigDecimal storage, BigDecimal network) {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    static Machine of(HostOffer offer, Refusals refusals) {
        return new Machine(HostProcessor.of(offer.host(), true, refusals), size("memoryGigabytes", offer.memoryGigabytes(), refusals),
                size("storageGigabytes", offer.storageGigabytes(), refusals), size("networkGigabitsPerSecond", offer.networkGigabitsPerSecond(), refusals));
    }

    private static BigDecimal size(String field, @Nullable BigDecimal given, Refusals refusals) {
        if (given == null) {
            refusals.add(field, "is missing.");
        } else if (given.signum() < 0 || given.compareTo(MOST) > 0) {
            refusals.add(field, "must be from 0 to 1,000,000.");
        } else {
            return given;
        }
        return BigDecimal.ZERO;
    }

    /** Why it is not this size; nothing when it is. What is not stated is not required. */
    List<String> lacks(MachineSize size, long virtualCpus) {
        List<String> reasons = new ArrayList<>();
        lack(reasons, "virtual CPUs", BigDecimal.valueOf(virtualCpus), size.virtualCpus());
        lack(reasons, "GB of memory", memory, size.memory());
        lack(reasons, "GB of storage", storage, size.storage());
        lack(reasons, "Gbit/s of network", network, size.network());
        return reasons;
    }

    static void lack(List<String> reasons, String what, BigDecimal there, Figure needed) {
        needed.stated().filter(least -> there.compareTo(least) < 0).ifPresent(
                least -> reasons
                        .add("It needs " + Words.number(least) + " " + what + " (" + needed.source().place() + "); there are " + Words.number(there) + "."));
    }
}
