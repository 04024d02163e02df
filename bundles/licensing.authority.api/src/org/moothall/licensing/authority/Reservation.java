package org.moothall.licensing.authority;

/**
 * Licences set apart for one instance that has no connection.
 *
 * @param licences what the newest code gives; for {@link Kind#UNIVERSAL} none are counted
 * @param held what is taken from the pool: the larger of before and now until a change is confirmed
 * @param sequence number of the newest code, from 1; each replaces what was before
 * @param confirmed whether the instance confirmed the newest code; the first needs no confirmation
 * @spec admin-guide §21.6.3
 */
public record Reservation(Kind kind, Licences licences, Licences held, int sequence, boolean confirmed) {

    /** How much is reserved. */
    public enum Kind {
        /** Everything, without counting. */
        UNIVERSAL,
        /** So many licences of each kind. */
        SPECIFIC
    }
}
