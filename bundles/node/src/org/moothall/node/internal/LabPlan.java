package org.moothall.node.internal;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What a lab is to be like. Paths are relative to the folder of a node.
 *
 * @param cdrTrust PEM that CDR receivers are verified with
 * @param script who meets, null for the day that is shipped
 * @param scenario what goes wrong, null: nothing
 */
record LabPlan(int nodes, long seed, String cdrTrust, @Nullable String script, @Nullable String scenario) {

    /** The day that is shipped, and nothing goes wrong. */
    LabPlan(int nodes, long seed, String cdrTrust) {
        this(nodes, seed, cdrTrust, null, null);
    }
}
