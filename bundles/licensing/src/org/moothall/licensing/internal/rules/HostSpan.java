package org.moothall.licensing.internal.rules;

/** A host whose reports are expected. @param first second from which on @param gone second from which on no longer, {@link #STAYS} when it is there */
public record HostSpan(String host, long first, long gone) {

    /** It is there. */
    public static final long STAYS = Long.MAX_VALUE;

    /** Whether its report of this bin is expected: it was there when the bin began. */
    boolean expectedIn(long bin) {
        return Bins.of(first) <= bin && Bins.end(bin) <= gone;
    }
}
