package org.moothall.store;

import org.moothall.core.ProblemCode;

/** What can go wrong with the store. */
public enum StoreProblem implements ProblemCode {
    /** The disk or the database server refused; nothing was changed. Remedy: look for space, rights, a reachable server. */
    FAILED("store.failed", 503, "The store does not work"),
    /** Another program uses the same data directory. Remedy: stop it, or give this one a directory of its own. */
    IN_USE("store.in-use", 503, "The store is in use by another program"),
    /** The store was written by a newer program. Remedy: install that version, or restore a backup of this one's. */
    NEWER("store.newer", 503, "The store is newer than this program"),
    /** A migration that ran here differs from the program's. Remedy: install the version that wrote the store. */
    CHANGED_STEP("store.changed-step", 503, "The store was made by a different program"),
    /** Another instance does this work by now. Remedy: none is needed; the other instance goes on. */
    LEASE_LOST("store.lease-lost", 409, "Another instance has taken over"),
    /** {@code store.json} is not readable. Remedy: mend what the detail names. */
    SETTINGS("store.settings", 503, "The store's settings are not valid");

    private final String code;
    private final int status;
    private final String title;

    StoreProblem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
