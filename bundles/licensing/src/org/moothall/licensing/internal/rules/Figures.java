package org.moothall.licensing.internal.rules;

import java.util.List;

/**
 * What a Call Bridge, a cluster or all clusters use at a time, in hundredths, which is how exactly it is told.
 *
 * @param pmp personal licences in use; {@code assigned} how many users have one
 * @param audio shared licences of audio-only meetings, {@code pointToPoint} of two people not audio only, {@code full} of all others
 * @param recording calls that are recorded; {@code streaming} calls that are streamed
 * @spec installation-guide B.12
 */
public record Figures(int pmp, int assigned, int audio, int pointToPoint, int full, int recording, int streaming) {

    /** Nothing is used. */
    public static final Figures ZERO = new Figures(0, 0, 0, 0, 0, 0, 0);
    /** A licence. */
    public static final int ONE = 100;
    /** How many there are. */
    public static final int COUNT = 7;

    /** The figure of this index, in the order of the components. */
    public int get(int index) {
        return switch (index) {
            case 0 -> pmp;
            case 1 -> assigned;
            case 2 -> audio;
            case 3 -> pointToPoint;
            case 4 -> full;
            case 5 -> recording;
            case 6 -> streaming;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    /** Figures from values in the order of the components. */
    public static Figures of(int[] values) {
        return new Figures(values[0], values[1], values[2], values[3], values[4], values[5], values[6]);
    }

    /** Both together. */
    public Figures plus(Figures other) {
        return new Figures(pmp + other.pmp, assigned + other.assigned, audio + other.audio, pointToPoint + other.pointToPoint, full + other.full,
                recording + other.recording, streaming + other.streaming);
    }

    /**
     * What the Call Bridges of one cluster use together. Each tells the n-th part of a call that spans n of them with two decimals, so that a
     * call over six makes 6 × 0.17 = 1.02: a sum that is off a whole number by no more than that rounding (half a hundredth for each bridge
     * that told a part) is the whole number. How many users have a licence is the same all over a cluster and is not added up.
     */
    public static Figures together(List<Figures> bridges) {
        int[] sums = new int[COUNT];
        for (int i = 0; i < COUNT; i++) {
            sums[i] = i == 1 ? most(bridges) : sum(bridges, i);
        }
        return of(sums);
    }

    private static int most(List<Figures> bridges) {
        return bridges.stream().mapToInt(Figures::assigned).max().orElse(0);
    }

    private static int sum(List<Figures> bridges, int index) {
        int sum = 0;
        int parts = 0;
        for (Figures bridge : bridges) {
            sum += bridge.get(index);
            parts += bridge.get(index) % ONE == 0 ? 0 : 1;
        }
        int whole = (sum + ONE / 2) / ONE * ONE;
        return Math.abs(sum - whole) * 2 <= parts ? whole : sum;
    }
}
