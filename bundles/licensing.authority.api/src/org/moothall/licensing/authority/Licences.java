package org.moothall.licensing.authority;

import java.util.function.IntBinaryOperator;

import org.moothall.core.Problem;

/**
 * So many licences of each kind, each 0 to {@link #MOST}. Nodes for Call Bridges are free and not counted here.
 *
 * @spec admin-guide §21.6; installation-guide B
 */
public record Licences(int pmpPlus, int smpPlus, int recordingOrStreaming, int customization) {

    /** Of no kind are there more. */
    public static final int MOST = 1_000_000;
    /** None of any kind. */
    public static final Licences NONE = new Licences(0, 0, 0, 0);

    public Licences {
        check("pmpPlus", pmpPlus);
        check("smpPlus", smpPlus);
        check("recordingOrStreaming", recordingOrStreaming);
        check("customization", customization);
    }

    /** These and those; refused as a whole when it is more than {@link #MOST} of a kind. */
    public Licences plus(Licences more) {
        return each(more, Math::addExact);
    }

    /** What is left of these when those are taken; 0 of a kind where not enough are there. */
    public Licences without(Licences taken) {
        return each(taken, (have, take) -> Math.max(0, have - take));
    }

    /** Whether there are at least those of each kind. */
    public boolean cover(Licences wanted) {
        return wanted.without(this).equals(NONE);
    }

    private Licences each(Licences other, IntBinaryOperator operator) {
        return new Licences(operator.applyAsInt(pmpPlus, other.pmpPlus), operator.applyAsInt(smpPlus, other.smpPlus),
                operator.applyAsInt(recordingOrStreaming, other.recordingOrStreaming), operator.applyAsInt(customization, other.customization));
    }

    /** In words, for messages: {@code 3 PMP Plus, 1 Customization}; {@code none} when there are none. */
    @Override
    public String toString() {
        StringBuilder words = new StringBuilder();
        append(words, pmpPlus, "PMP Plus");
        append(words, smpPlus, "SMP Plus");
        append(words, recordingOrStreaming, "Recording or streaming");
        append(words, customization, "Customization");
        return words.isEmpty() ? "none" : words.toString();
    }

    private static void append(StringBuilder words, int count, String name) {
        if (count > 0) {
            words.append(words.isEmpty() ? "" : ", ").append(count).append(' ').append(name);
        }
    }

    private static void check(String field, int count) {
        if (count < 0 || count > MOST) {
            throw Problem.invalid(field, "must be from 0 to " + MOST + ".").exception();
        }
    }
}
