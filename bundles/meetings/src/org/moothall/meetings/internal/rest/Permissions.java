package org.moothall.meetings.internal.rest;

/** Names of the permissions that this domain checks. */
public final class Permissions {

    /** See meetings and who is in them. */
    public static final String READ = "meetings.read";
    /** Act on meetings and on who is in them. */
    public static final String OPERATE = "meetings.operate";
    /** Change settings of this server. */
    public static final String MANAGE = "settings.manage";

    private Permissions() {}
}
