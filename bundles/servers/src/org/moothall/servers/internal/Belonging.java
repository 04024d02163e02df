package org.moothall.servers.internal;

import java.util.Objects;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;

/** What it means that a bridge told which cluster it belongs to. */
sealed interface Belonging {

    /** Nothing new. */
    record Stays() implements Belonging {}

    /** Its cluster here has this identity by now. @param identity null when its only bridge is in no cluster any more */
    record Learns(@Nullable String identity) implements Belonging {}

    /** It belongs to another cluster than here. @param identity of that cluster, null when it is in none */
    record Moves(@Nullable String identity) implements Belonging {}

    /**
     * Decides.
     *
     * @param kept identity of its cluster here, or null when none is known
     * @param told identity that the bridge tells, or null when it tells none
     * @param alone whether it says that it has no fellow members
     * @param only whether it is the only bridge of its cluster here
     * @param elsewhere whether another cluster here has this identity
     */
    static Belonging of(@Nullable String kept, @Nullable String told, boolean alone, boolean only, Predicate<String> elsewhere) {
        if (Objects.equals(kept, told) || told == null && !alone) {
            // A member that does not tell its cluster has not left it: old versions never tell, and others not while they start.
            return new Stays();
        }
        if (told != null && elsewhere.test(told)) {
            return new Moves(told);
        }
        return only || kept == null ? new Learns(told) : new Moves(told);
    }
}
