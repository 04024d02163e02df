package org.moothall.webhooks.internal.rest;

/** Names of this domain's permissions. */
public final class Permissions {

    /** Subscribe, see and change all webhooks: they make this server speak to other machines. */
    public static final String MANAGE = "webhooks.manage";

    private Permissions() {}
}
