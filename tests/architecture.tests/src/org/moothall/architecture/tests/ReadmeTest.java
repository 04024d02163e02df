package org.moothall.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README is a promise: what it names is there, and every bundle is on its map. */
class ReadmeTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)\\)");
    private static final Pattern MAPPED = Pattern.compile("\\| \\[([^]]+)]\\(bundles/");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)`");

    private final Path root = Checkout.root();

    @Test
    void everyBundleIsOnTheMap() throws IOException {
        assertEquals(Checkout.bundles().stream().map(SourceBundle::name).collect(Collectors.toSet()),
                found(MAPPED, readme()).collect(Collectors.toSet()));
    }

    @Test
    void everyLinkOfTheDocumentationLeadsSomewhere() throws IOException {
        for (Path page : Stream.concat(Stream.of(readme()), Checkout.files(root.resolve("releng/docs"), ".md").stream()).toList()) {
            assertEquals(List.of(), found(LINK, page).filter(link -> !link.matches("\\w+:.*") && !Files.exists(page.resolveSibling(link))).toList(),
                    page.toString());
        }
    }

    @Test
    void everyTestThatItNamesExists() throws IOException {
        Set<String> tests = Stream.of("bundles", "tests").flatMap(folder -> Checkout.files(root.resolve(folder), "Test.java").stream())
                .map(file -> file.getFileName().toString().replace(".java", "")).collect(Collectors.toSet());
        assertEquals(List.of(), found(TEST, readme()).filter(name -> !tests.contains(name)).toList());
    }

    private Path readme() {
        return root.resolve("README.md");
    }

    private static Stream<String> found(Pattern pattern, Path page) throws IOException {
        return pattern.matcher(Files.readString(page)).results().map((MatchResult result) -> result.group(1));
    }
}
