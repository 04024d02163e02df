package org.moothall.licensing;

/**
 * Licences in use.
 *
 * @param smpPlus full meetings, and a sixth for each that is audio only or point to point
 * @param recordingOrStreaming recordings and streams together
 * @spec installation-guide B.11, B.13
 */
public record Used(double pmpPlus, double smpPlus, double recordingOrStreaming) {

    /** How many of this type. */
    public double of(LicenceType type) {
        return switch (type) {
            case PMP_PLUS -> pmpPlus;
            case SMP_PLUS -> smpPlus;
            case RECORDING_OR_STREAMING -> recordingOrStreaming;
        };
    }
}
