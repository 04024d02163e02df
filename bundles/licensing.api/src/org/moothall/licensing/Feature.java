package org.moothall.licensing;

/** By what licences are sorted. @spec admin-guide §19 */
public enum Feature {
    /** Call Bridges with the user licences PMP Plus and SMP Plus, judged together. */
    MEETINGS,
    /** Recording and streaming share licences. */
    RECORDING_OR_STREAMING,
    /** Customized layouts: there is a licence or there is none. */
    CUSTOMIZATION
}
