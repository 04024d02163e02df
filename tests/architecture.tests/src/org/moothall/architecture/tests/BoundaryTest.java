package org.moothall.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** Only where a request, a job or an event dispatch begins may everything be caught. */
class BoundaryTest {

    private static final Pattern CATCHES_ALL = Pattern.compile("catch \\((?:final )?(?:Exception|Throwable|RuntimeException|Error) (\\w+)\\) \\{");
    /** How far a catch that only undoes something may be from its {@code throw e}. */
    private static final int UNDO_LENGTH = 300;

    @Test
    void onlyBoundariesCatchEverything() throws IOException {
        List<String> wrong = new ArrayList<>();
        Path root = Checkout.root();
        for (Path file : Checkout.files(root.resolve("bundles"), ".java")) {
            String text = Files.readString(file);
            if (root.relativize(file).toString().contains("/src/") && !text.contains("@Boundary") && swallows(text)) {
                wrong.add(root.relativize(file) + ": catch what is expected, or mark the class @Boundary if a request or job begins there");
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** Whether something catches everything and does not throw it on. */
    private static boolean swallows(String text) {
        Matcher found = CATCHES_ALL.matcher(text);
        while (found.find()) {
            String rest = text.substring(found.end(), Math.min(text.length(), found.end() + UNDO_LENGTH));
            if (!rest.contains("throw " + found.group(1) + ";")) {
                return true;
            }
        }
        return false;
    }
}
