package org.moothall.applianceprofiles.sizing;

import java.math.BigDecimal;

import org.eclipse.jdt.annotation.Nullable;

/**
 * The processors of a host. What is left out is as the guide's rule has it: Intel at 2.5 GHz with hyperthreading.
 *
 * @param make left out for Intel
 * @param sockets 1 or 2; left out when the number of cores is asked for
 * @param coresPerSocket physical cores, 1 to 512; with AMD its modules; left out together with {@code sockets}
 * @param gigahertz 0.1 to 10; left out for 2.5
 * @param hyperthreading left out for true
 */
public record Processor(@Nullable Make make, @Nullable Integer sockets, @Nullable Integer coresPerSocket, @Nullable BigDecimal gigahertz,
        @Nullable Boolean hyperthreading) {

    /** As the guide's rule has it, of as many cores as are needed. */
    public static final Processor ANY = new Processor(null, null, null, null, null);

    /** Who made it. */
    public enum Make { INTEL, AMD }

    /** Intel with hyperthreading at 2.5 GHz. */
    public static Processor intel(int sockets, int coresPerSocket) {
        return new Processor(Make.INTEL, sockets, coresPerSocket, null, true);
    }
}
