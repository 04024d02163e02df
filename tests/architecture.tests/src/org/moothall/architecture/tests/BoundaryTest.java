package org.moothall.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Only where a request, a job or an event dispatch begins may everything be caught. */
class BoundaryTest {

    private static final Pattern CATCH = Pattern.compile("catch \\((?:final )?([^()]+) \\w+\\) \\{");
    private static final Set<String> EVERYTHING = Set.of("Exception", "Throwable", "RuntimeException", "Error");

    @Test
    void onlyBoundariesCatchEverything() throws IOException {
        List<String> wrong = new ArrayList<>();
        Path root = Checkout.root();
        for (Path file : Checkout.files(root.resolve("bundles"), ".java")) {
            String text = Files.readString(file);
            if (root.relativize(file).toString().contains("/src/") && !text.contains("@Boundary") && catchesEverything(text)) {
                wrong.add(root.relativize(file) + ": catch what is expected, or mark the class @Boundary if a request or job begins there");
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** Also to undo something and throw the same on: {@code finally} does that. */
    private static boolean catchesEverything(String text) {
        return CATCH.matcher(text).results().flatMap(found -> Stream.of(found.group(1).split("\\|"))).map(String::strip).anyMatch(EVERYTHING::contains);
    }
}
