package org.moothall.servers;

/** How a connection that another domain keeps with a Call Bridge (CDRs, events) is. */
public enum LinkState {
    /** Not wanted: meeting management is off. */
    OFF,
    CONNECTING, CONNECTED, FAILED
}
