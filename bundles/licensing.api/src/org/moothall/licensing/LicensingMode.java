package org.moothall.licensing;

/** What this deployment does about licences. @spec admin-guide §21.6 */
public enum LicensingMode {
    /** Nobody chose yet: usage is collected and judged, nothing is set and nobody is warned. */
    NOT_CHOSEN,
    /** Licences are allocated here, expiry is set on clusters, status is watched. */
    SMART_LICENSING,
    /** Another installation looks after licences: usage is collected, nothing is set and nobody is warned. */
    NO_LICENSING
}
