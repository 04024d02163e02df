package org.moothall.mediaengine;

import java.util.Locale;

/** How far a call leg has come. @spec meeting-server-wire §1.11 */
public enum LegState {
    INITIAL, RINGING, CONNECTED;

    /** As API and events write it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
