package org.moothall.licensing.internal.rest;

/** Names of this domain's permissions. */
public final class Permissions {

    /** See status, usage, explanations and reports. */
    public static final String READ = "licensing.read";
    /** Allocate, start trials, choose the mode. */
    public static final String MANAGE = "licensing.manage";

    private Permissions() {}
}
