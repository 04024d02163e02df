package org.moothall.applianceprofiles.internal.sizing;

import java.math.BigDecimal;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.applianceprofiles.internal.sizing.Demand.Refusals;
import org.moothall.applianceprofiles.sizing.Processor;
import org.moothall.applianceprofiles.sizing.Processor.Make;

/** Processors in which everything is said. @param cores of the host, or 0 when they are asked for */
record HostProcessor(Make make, int sockets, int cores, BigDecimal gigahertz, boolean hyperthreading) {

    private static final BigDecimal REFERENCE = new BigDecimal("2.5");
    private static final BigDecimal SLOWEST = new BigDecimal("0.1");
    private static final int MOST_SOCKETS = 2;
    private static final int MOST_CORES = 512;

    /** @param complete whether sockets and cores must be there */
    static HostProcessor of(@Nullable Processor asked, boolean complete, Refusals refusals) {
        Processor told = asked == null ? Processor.ANY : asked;
        Integer sockets = told.sockets();
        Integer each = told.coresPerSocket();
        if (sockets == null && (complete || each != null)) {
            refusals.add("host.sockets", "is missing: write 1 or 2.");
        } else if (sockets != null && (sockets < 1 || sockets > MOST_SOCKETS)) {
            refusals.add("host.sockets", "must be 1 or 2: others are not supported.");
        }
        if (each == null && (complete || sockets != null)) {
            refusals.add("host.coresPerSocket", "is missing: write the number of physical cores of a processor.");
        } else if (each != null && (each < 1 || each > MOST_CORES)) {
            refusals.add("host.coresPerSocket", "must be from 1 to " + MOST_CORES + ".");
        }
        BigDecimal gigahertz = Objects.requireNonNullElse(told.gigahertz(), REFERENCE);
        if (gigahertz.compareTo(SLOWEST) < 0 || gigahertz.compareTo(BigDecimal.TEN) > 0) {
            refusals.add("host.gigahertz", "must be from 0.1 to 10.");
        }
        if (!refusals.none()) {
            return new HostProcessor(Make.INTEL, 0, 0, REFERENCE, true);
        }
        return new HostProcessor(Objects.requireNonNullElse(told.make(), Make.INTEL), sockets == null ? 0 : sockets,
                sockets == null || each == null ? 0 : sockets * each, gigahertz, !Boolean.FALSE.equals(told.hyperthreading()));
    }
}
