package org.moothall.meetings;

/** Whom a locked meeting keeps waiting. @spec wire §1.12 */
public enum LockMode {
    /** Everybody who joins; what holds where nothing else is configured. */
    ALL,
    /** Only those who need activation. */
    NEEDS_ACTIVATION
}
