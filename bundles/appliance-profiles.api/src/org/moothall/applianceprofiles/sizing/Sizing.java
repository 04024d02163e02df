package org.moothall.applianceprofiles.sizing;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.applianceprofiles.CallType;
import org.moothall.applianceprofiles.Figure;
import org.moothall.applianceprofiles.PlatformId;

/**
 * The calculator. A service; keeps no state, thread-safe, never blocks. Refuses with {@code core.invalid-input} and one violation for each
 * field; a platform that nobody knows is such a field.
 *
 * @spec installation-guide Appendix D
 */
public interface Sizing {

    /** Which hosts this demand needs. */
    SizingAnswer hosts(SizingDemand demand);

    /** What this host carries. */
    HostAnswer carried(HostOffer offer);

    /**
     * How many calls of one type a platform carries when there are no others: the measure of headroom.
     *
     * @param processor of the host with its cores, for a virtual machine; null for an appliance
     * @return without a value where it is not stated
     */
    Figure calls(PlatformId platform, @Nullable Processor processor, CallType type);
}
