package org.moothall.applianceprofiles.internal.rest;

/** Names of this domain's permissions. */
public final class Permissions {

    /** See what platforms carry, and size deployments: nothing is changed by it. */
    public static final String READ = "appliance-profiles.read";

    private Permissions() {}
}
