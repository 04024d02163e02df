package org.moothall.licensing.internal.rules;

/**
 * What a cluster used in a bin, as far as it is known.
 *
 * @param known how many of its hosts reported
 * @param expected how many should have
 */
public record ClusterBin(long bin, Figures used, int known, int expected) {

    /** How many reports are missing. */
    public int missing() {
        return Math.max(0, expected - known);
    }

    /** Whether nobody reported: then it is not known, and not zero. */
    public boolean unknown() {
        return known == 0;
    }

    /** This bin of two clusters. */
    public ClusterBin plus(ClusterBin other) {
        return new ClusterBin(bin, used.plus(other.used), known + other.known, expected + other.expected);
    }
}
