package org.moothall.web.internal.events;

/** A journal entry as it goes out, encoded once for all subscribers. @param id {@link #NONE} while the journal has not kept it */
record Framed(long id, String type, String json) {

    static final long NONE = 0;

    boolean kept() {
        return id != NONE;
    }
}
