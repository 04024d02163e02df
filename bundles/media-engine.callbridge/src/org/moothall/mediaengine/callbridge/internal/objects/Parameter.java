package org.moothall.mediaengine.callbridge.internal.objects;

import java.util.EnumSet;
import java.util.Set;

import org.moothall.mediaengine.callbridge.internal.api.Rule;

/** One parameter of the objects of a collection. @param fallback shown while it is not set; empty for nothing */
record Parameter(String name, Rule rule, String fallback, Set<Trait> traits) {

    /** What is special about it. */
    enum Trait {
        /** Also in the list. */
        LISTED,
        /** There, though empty, while it is not set. */
        ALWAYS,
        /** Must be given when an object is made. */
        REQUIRED,
        /** Stays as it was made. */
        FIXED,
        /** Is never told. */
        SECRET
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    static Set<Trait> traits(Trait... traits) {
        Set<Trait> all = EnumSet.noneOf(Trait.class);
        all.addAll(Set.of(traits));
        return all;
    }
}
