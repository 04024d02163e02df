package org.moothall.mediaengine;

/** What a call belongs to. @spec meeting-server-wire §1.10 */
public enum CallType {
    /** A meeting in a space. */
    CO_SPACE("coSpace"),
    /** A meeting without a space, made through the API. */
    AD_HOC("adHoc");

    private final String wire;

    CallType(String wire) {
        this.wire = wire;
    }

    /** As the API and the CDRs write it. */
    public String wire() {
        return wire;
    }
}
