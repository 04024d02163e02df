package org.moothall.servers.internal.rest;

/** Names of this domain's permissions. */
public final class Permissions {

    /** See clusters, Call Bridges and how they are. */
    public static final String READ = "servers.read";
    /** Add, change and remove them. */
    public static final String MANAGE = "servers.manage";

    private Permissions() {}
}
