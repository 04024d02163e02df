package org.moothall.store;

import org.moothall.core.DomainProblem;

/** What can go wrong with the store. */
public enum StoreProblem implements DomainProblem {
    /** The disk or the database server refused; nothing was changed. Remedy: look for space, rights, a reachable server. */
    FAILED(503, "The store does not work"),
    /** Another program uses the same data directory. Remedy: stop it, or give this one a directory of its own. */
    IN_USE(503, "The store is in use by another program"),
    /** The store was written by a newer program. Remedy: install that version, or restore a backup of this one's. */
    NEWER(503, "The store is newer than this program"),
    /** A migration that ran here differs from the program's. Remedy: install the version that wrote the store. */
    CHANGED_STEP(503, "The store was made by a different program"),
    /** Another instance does this work by now. Remedy: none is needed; the other instance goes on. */
    LEASE_LOST(409, "Another instance has taken over"),
    /** {@code store.json} is not readable. Remedy: mend what the detail names. */
    SETTINGS(503, "The store's settings are not valid");

    private final Meaning meaning;

    StoreProblem(int status, String title) {
        meaning = new Meaning("store", status, title);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
