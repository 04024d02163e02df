package org.moothall.licensing;

/** What is counted. */
public enum LicenceType {
    /** Personal Multiparty Plus: of named hosts. */
    PMP_PLUS,
    /** Shared Multiparty Plus: of meetings at the same time. */
    SMP_PLUS,
    /** Of recordings and streams at the same time. */
    RECORDING_OR_STREAMING
}
