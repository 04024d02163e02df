package org.moothall.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** User-visible texts of the workbench stand in message catalogues, each key once and each text in use. */
class TextsTest {

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** Words as people read them: a capital, then small letters, a blank or a dot between. */
    private static final Pattern SENTENCE = Pattern.compile("[A-Z][a-z]+(?: [A-Za-z]|[a-z]*[.…?!]$).*|[A-Z][a-z]{2,}");
    private static final Pattern USED = Pattern.compile("Texts\\.(of|count)\\(\\s*\"([a-z0-9.-]+)\"(\\s*\\+)?");
    /** What a literal with capitals may be besides words for people. */
    private static final Pattern TECHNICAL = Pattern.compile("LOG\\.|Exception\\(|@|APPDATA|Look\\.|defaultFolder|getProperty|requireNonNull|resolve\\(");

    @Test
    void noTextForPeopleStandsInTheCode() {
        List<String> wrong = new ArrayList<>();
        for (SourceBundle bundle : presentation()) {
            for (Path file : Checkout.files(bundle.folder().resolve("src"), ".java")) {
                int line = 0;
                for (String text : lines(file)) {
                    line++;
                    if (isProse(text)) {
                        wrong.add(bundle.name() + " " + file.getFileName() + ":" + line + " " + text.strip());
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyKeyThatIsUsedHasAText() {
        List<String> wrong = new ArrayList<>();
        for (SourceBundle bundle : presentation()) {
            Set<String> known = keys(bundle);
            assertFalse(known.isEmpty(), bundle.name() + " has no catalogue");
            Matcher used = USED.matcher(sources(bundle));
            while (used.find()) {
                String key = used.group(2);
                boolean there = used.group(3) != null ? known.stream().anyMatch(k -> k.startsWith(key))
                        : used.group(1).equals("count") ? known.contains(key + ".one") && known.contains(key + ".many") : known.contains(key);
                if (!there) {
                    wrong.add(bundle.name() + ": " + key);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyTextIsUsed() {
        List<String> wrong = new ArrayList<>();
        for (SourceBundle bundle : presentation()) {
            String sources = sources(bundle);
            Set<String> literals = new TreeSet<>();
            LITERAL.matcher(sources).results().forEach(found -> literals.add(found.group(1)));
            for (String key : keys(bundle)) {
                String stem = key.replaceAll("\\.(one|many)$", "");
                boolean assembled = literals.stream().anyMatch(literal -> literal.length() > 3 && literal.endsWith(".") && stem.startsWith(literal));
                if (!literals.contains(stem) && !assembled) {
                    wrong.add(bundle.name() + ": " + key);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static List<SourceBundle> presentation() {
        return Checkout.bundles().stream().filter(b -> b.name().equals("ui") || b.name().endsWith(".ui") || b.name().equals("workbench")).toList();
    }

    private static boolean isProse(String line) {
        String code = line.strip();
        if (code.startsWith("*") || code.startsWith("/*") || code.startsWith("//") || TECHNICAL.matcher(code).find()) {
            return false;
        }
        Matcher literal = LITERAL.matcher(code);
        while (literal.find()) {
            if (SENTENCE.matcher(literal.group(1)).matches()) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> keys(SourceBundle bundle) {
        Set<String> keys = new TreeSet<>();
        for (Path file : Checkout.files(bundle.folder().resolve("src"), "texts.properties")) {
            Properties texts = new Properties();
            try (Reader in = Files.newBufferedReader(file)) {
                texts.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            keys.addAll(texts.stringPropertyNames());
        }
        return keys;
    }

    private static String sources(SourceBundle bundle) {
        StringBuilder all = new StringBuilder();
        Checkout.files(bundle.folder().resolve("src"), ".java").forEach(file -> lines(file).forEach(line -> all.append(line).append('\n')));
        return all.toString();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
