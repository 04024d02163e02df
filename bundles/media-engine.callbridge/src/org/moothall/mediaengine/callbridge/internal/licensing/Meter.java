package org.moothall.mediaengine.callbridge.internal.licensing;

/** What a usage snapshot counts; in the order of the API. @spec meeting-server-wire §1.7 */
enum Meter {
    /** Personal licences in use. */
    PERSONAL("pmp"),
    /** People who have one. */
    PERSONAL_ASSIGNED("pmpAssigned"),
    /** Meetings on shared licences in which nobody uses video. */
    SHARED_AUDIO("smpAud"),
    /** Those of two without a space. */
    SHARED_POINT_TO_POINT("smpPtP"),
    /** All other ones. */
    SHARED_FULL("smpFull"),
    /** Meetings that are recorded. */
    RECORDED("rec"),
    /** Meetings that are streamed. */
    STREAMED("str");

    private final String wire;

    Meter(String wire) {
        this.wire = wire;
    }

    /** As the API writes it. */
    String wire() {
        return wire;
    }
}
