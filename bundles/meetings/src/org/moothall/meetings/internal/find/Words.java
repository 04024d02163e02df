package org.moothall.meetings.internal.find;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What find-as-you-type compares: words in lower case and without accents, matched by their beginnings. */
public final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MAX_LENGTH = 40;
    private static final int FIRST_BEYOND_ASCII = 0x80;

    private Words() {}

    /** The text as it is compared and sorted. */
    public static String folded(String text) {
        if (text.chars().allMatch(c -> c < FIRST_BEYOND_ASCII)) {
            return text.toLowerCase(Locale.ROOT);
        }
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** The words of these texts. */
    public static Set<String> of(Collection<String> texts) {
        return texts.stream().flatMap(Words::split).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The words of what somebody typed; all of them must be found. */
    public static Set<String> ofQuery(String text) {
        return split(text).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether each of the beginnings begins one of the words. */
    public static boolean match(Collection<String> words, Collection<String> beginnings) {
        return beginnings.stream().allMatch(beginning -> words.stream().anyMatch(word -> word.startsWith(beginning)));
    }

    private static Stream<String> split(String text) {
        return Arrays.stream(BETWEEN.split(folded(text))).filter(word -> !word.isEmpty())
                .map(word -> word.length() > MAX_LENGTH ? word.substring(0, MAX_LENGTH) : word);
    }
}
