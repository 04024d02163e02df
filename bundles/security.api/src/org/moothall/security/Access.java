package org.moothall.security;

import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

/** Decides who may do what. Service; thread-safe; a changed role takes effect at once. */
public interface Access {

    /**
     * Whether this caller has this permission.
     *
     * @param cluster id of the cluster it concerns, or null when it concerns none in particular
     */
    boolean may(Caller caller, String permission, @Nullable String cluster);

    /** Names of all that a user with this role may do. */
    Set<String> granted(Role role);

    /** Returns when the caller may; otherwise throws {@link SecurityProblem#FORBIDDEN} and records the refusal. */
    void require(Caller caller, String permission, @Nullable String cluster);
}
