package org.moothall.licensing;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.core.Versioned;

/**
 * What was bought and is used by this deployment, as an administrator entered it.
 *
 * @param pmpPlus licences, 0 to {@link #MOST}
 * @param smpPlus licences, 0 to {@link #MOST}
 * @param recordingOrStreaming licences, 0 to {@link #MOST}
 * @param customization whether there is a licence
 * @param since when they were entered, or null when they never were
 * @param by who entered them, or null likewise
 * @param version grows with each change; the ETag
 */
public record Entitlements(int pmpPlus, int smpPlus, int recordingOrStreaming, boolean customization, @Nullable Instant since, @Nullable String by,
        long version) implements Versioned {

    /** Nobody has more. */
    public static final int MOST = 1_000_000;

    public Entitlements {
        check("pmpPlus", pmpPlus);
        check("smpPlus", smpPlus);
        check("recordingOrStreaming", recordingOrStreaming);
    }

    private static void check(String field, int count) {
        if (count < 0 || count > MOST) {
            throw Problem.invalid(field, "must be from 0 to " + MOST + ".").exception();
        }
    }

    /** Nothing was entered yet. */
    public static Entitlements none() {
        return new Entitlements(0, 0, 0, false, null, null, 0);
    }

    /** How many licences of this type. */
    public int of(LicenceType type) {
        return switch (type) {
            case PMP_PLUS -> pmpPlus;
            case SMP_PLUS -> smpPlus;
            case RECORDING_OR_STREAMING -> recordingOrStreaming;
        };
    }
}
