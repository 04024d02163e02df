package org.moothall.licensing.authority.internal.rest;

/** Names of this domain's permissions. */
public final class Permissions {

    /** See accounts, tokens, instances and reservations. */
    public static final String READ = "licensing-authority.read";
    /** Change them. */
    public static final String MANAGE = "licensing-authority.manage";

    private Permissions() {}
}
