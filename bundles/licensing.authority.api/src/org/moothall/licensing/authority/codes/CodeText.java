package org.moothall.licensing.authority.codes;

import java.util.Arrays;
import java.util.Locale;

import org.moothall.core.Problem;
import org.moothall.licensing.authority.AuthorityProblem;

/**
 * Bytes as text that people can copy, read aloud and type: groups of four characters and a check character, so that a mistyped
 * group is found and named. Letters that look like digits are not used, and read as those digits; case, blanks and hyphens do not matter.
 */
final class CodeText {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;
    private static final int DATA = 4;
    private static final int GROUP = DATA + 1;
    private static final int LONGEST = 4_000;
    /** x⁵ + x² + 1 makes a field of 32 elements, in which every wrong character and every swap of two neighbours shows. */
    private static final int POLYNOMIAL = 0b100101;

    private CodeText() {}

    /** These bytes in groups, eight a line. */
    static String of(byte[] bytes) {
        int[] values = values(bytes);
        StringBuilder text = new StringBuilder();
        for (int group = 0; group * DATA < values.length; group++) {
            int[] data = Arrays.copyOfRange(values, group * DATA, group * DATA + DATA);
            text.append(group == 0 ? "" : group % 8 == 0 ? "\n" : "-");
            Arrays.stream(data).forEach(value -> text.append(ALPHABET.charAt(value)));
            text.append(ALPHABET.charAt(check(data, group)));
        }
        return text.toString();
    }

    /** The bytes of this text. @throws org.moothall.core.ProblemException {@link AuthorityProblem#CODE_MISTYPED} naming the group */
    static byte[] bytes(String text) {
        if (text.length() > LONGEST) {
            throw mistyped("It is much too long for a code. Copy the code alone.");
        }
        String plain = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT).replace('O', '0').replace('I', '1').replace('L', '1');
        if (plain.isEmpty()) {
            throw mistyped("It is empty. Copy the whole code.");
        }
        int[] values = new int[(plain.length() + GROUP - 1) / GROUP * DATA];
        for (int group = 0; group * GROUP < plain.length(); group++) {
            String part = plain.substring(group * GROUP, Math.min(plain.length(), (group + 1) * GROUP));
            System.arraycopy(data(part, group), 0, values, group * DATA, DATA);
        }
        return packed(values);
    }

    private static int[] data(String part, int group) {
        int[] all = part.chars().map(ALPHABET::indexOf).toArray();
        if (all.length < GROUP) {
            throw mistyped("The last group, “" + part + "”, is too short: the end of the code is missing, or a character is.");
        }
        int[] data = Arrays.copyOf(all, DATA);
        if (Arrays.stream(all).anyMatch(value -> value < 0) || check(data, group) != all[DATA]) {
            throw mistyped("Group " + (group + 1) + ", “" + part + "”, is not right. Compare it with the original; before it all is well.");
        }
        return data;
    }

    /** The group's place counts too, so that swapped groups show. */
    private static int check(int[] data, int group) {
        int sum = group % ALPHABET.length();
        for (int value : data) {
            sum = timesTwo(sum) ^ value;
        }
        return timesTwo(sum);
    }

    private static int timesTwo(int value) {
        int twice = value << 1;
        return twice < ALPHABET.length() ? twice : twice ^ POLYNOMIAL;
    }

    /** Five bits each, filled up with noughts to whole groups. */
    private static int[] values(byte[] bytes) {
        int count = (bytes.length * Byte.SIZE + BITS - 1) / BITS;
        int[] values = new int[(count + DATA - 1) / DATA * DATA];
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            int set = bytes[bit / Byte.SIZE] >> Byte.SIZE - 1 - bit % Byte.SIZE & 1;
            values[bit / BITS] |= set << BITS - 1 - bit % BITS;
        }
        return values;
    }

    private static byte[] packed(int[] values) {
        byte[] bytes = new byte[values.length * BITS / Byte.SIZE];
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            int set = values[bit / BITS] >> BITS - 1 - bit % BITS & 1;
            bytes[bit / Byte.SIZE] |= (byte) (set << Byte.SIZE - 1 - bit % Byte.SIZE);
        }
        return bytes;
    }

    private static org.moothall.core.ProblemException mistyped(String detail) {
        return Problem.of(AuthorityProblem.CODE_MISTYPED, detail).exception();
    }
}
