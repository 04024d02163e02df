package org.moothall.applianceprofiles.sizing;

/** What a host is for. */
public enum Role {
    CALL_BRIDGE,
    /** Web Bridge and TURN server at the edge. */
    EDGE,
    RECORDER,
    STREAMER,
    /** A database on a machine of its own. */
    DATABASE,
    /** Runs beside a Call Bridge. */
    SCHEDULER,
    MEETING_APPS
}
