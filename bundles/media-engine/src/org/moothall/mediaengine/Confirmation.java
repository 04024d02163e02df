package org.moothall.mediaengine;

/** Whether somebody who was called has to confirm that they want to join. @spec meeting-server-wire §2.5 */
public enum Confirmation {
    /** Called in: there is nothing to confirm. */
    NONE(""),
    /** Called, and joins on answering. */
    NOT_REQUIRED("notRequired"),
    /** Hears the prompt, or will on answering. */
    REQUIRED("required"),
    /** Pressed the key. */
    CONFIRMED("confirmed"),
    /** Hung up, or pressed nothing in time. */
    REJECTED("rejected");

    private final String wire;

    Confirmation(String wire) {
        this.wire = wire;
    }

    /** As the CDRs write it, empty when they do not. */
    public String wire() {
        return wire;
    }
}
