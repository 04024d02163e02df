package org.moothall.licensing.internal.rules;

import org.moothall.licensing.LicenceType;
import org.moothall.licensing.Used;

/**
 * Licences in use, by what is bought, in 600ths: hundredths are told, and a meeting of audio alone or of two people takes the sixth of
 * a shared licence.
 *
 * @spec installation-guide B.11
 */
public record Demand(long pmp, long smp, long recording) {

    /** A licence. */
    public static final long ONE = 600;
    /** Nothing is used. */
    public static final Demand ZERO = new Demand(0, 0, 0);
    private static final int FULL = 6;

    /** What these figures take. */
    public static Demand of(Figures figures) {
        return new Demand((long) FULL * figures.pmp(), (long) FULL * figures.full() + figures.audio() + figures.pointToPoint(),
                (long) FULL * ((long) figures.recording() + figures.streaming()));
    }

    /** Of this type. */
    public long of(LicenceType type) {
        return switch (type) {
            case PMP_PLUS -> pmp;
            case SMP_PLUS -> smp;
            case RECORDING_OR_STREAMING -> recording;
        };
    }

    /** The larger of both, each type by itself. */
    public Demand max(Demand other) {
        return new Demand(Math.max(pmp, other.pmp), Math.max(smp, other.smp), Math.max(recording, other.recording));
    }

    /** The smaller of both, each type by itself. */
    public Demand min(Demand other) {
        return new Demand(Math.min(pmp, other.pmp), Math.min(smp, other.smp), Math.min(recording, other.recording));
    }

    /** As people read it. */
    public Used used() {
        return new Used(licences(pmp), licences(smp), licences(recording));
    }

    /** As people read it. */
    public static double licences(long parts) {
        return parts / (double) ONE;
    }
}
