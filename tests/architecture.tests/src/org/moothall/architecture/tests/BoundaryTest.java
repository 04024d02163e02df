package org.moothall.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** Only where a request, a job or an event dispatch begins may everything be caught. */
class BoundaryTest {

    private static final Pattern CATCHES_ALL = Pattern.compile("catch \\((final )?(Exception|Throwable|RuntimeException|Error)\\b");

    @Test
    void onlyBoundariesCatchEverything() throws IOException {
        List<String> wrong = new ArrayList<>();
        Path root = Checkout.root();
        for (Path file : Checkout.files(root.resolve("bundles"), ".java")) {
            String text = Files.readString(file);
            if (root.relativize(file).toString().contains("/src/") && CATCHES_ALL.matcher(text).find() && !text.contains("@Boundary")) {
                wrong.add(root.relativize(file) + ": catch what is expected, or mark the class @Boundary if a request or job begins there");
            }
        }
        assertEquals(List.of(), wrong);
    }
}
