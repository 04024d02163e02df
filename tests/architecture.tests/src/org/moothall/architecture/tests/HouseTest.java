package org.moothall.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** What lies where: the top level, features, products, libraries, and what packages are called. */
class HouseTest {

    private static final Set<String> TOP_LEVEL = Set.of("bundles", "features", "releng", "target-platform", "product", "tests", "pom.xml", "README.md",
            "LICENSE");
    /** What builds make; not under version control. */
    private static final Set<String> MADE = Set.of("target");
    private static final Set<String> FEATURES = Set.of("platform", "domains", "server", "workbench", "node", "sdk");
    private static final Set<String> PRODUCTS = Set.of("server.product", "workbench.product", "node.product");
    private static final Pattern LOCATION = Pattern.compile("<location ([^>]*)>");
    private static final Pattern VERSION = Pattern.compile("<version>([^<]*)</version>");
    private static final Pattern EXACT = Pattern.compile("\\d[\\w.-]*");

    private final Path root = Checkout.root();
    private final List<SourceBundle> bundles = Checkout.bundles();

    @Test
    void theTopLevelHoldsWhatTheDesignSaysAndNothingElse() {
        Set<String> found = new TreeSet<>(Checkout.names(root));
        found.removeIf(name -> name.startsWith(".") || MADE.contains(name));
        assertEquals(new TreeSet<>(TOP_LEVEL), found);
    }

    @Test
    void featuresAndProductsAreThoseOfTheDesign() {
        Set<String> features = new TreeSet<>(Checkout.names(root.resolve("features")));
        features.removeIf(name -> !Files.exists(root.resolve("features").resolve(name).resolve("feature.xml")));
        assertEquals(new TreeSet<>(FEATURES), features);
        Set<String> products = new TreeSet<>(Checkout.names(root.resolve("product")));
        products.removeIf(name -> !name.endsWith(".product"));
        assertEquals(new TreeSet<>(PRODUCTS), products);
    }

    @Test
    void librariesComeFromMavenInExactVersionsAndEachLocationSaysWhatFor() throws IOException {
        String target = Files.readString(root.resolve("target-platform/moothall.target"));
        List<String> locations = LOCATION.matcher(target).results().map((MatchResult found) -> found.group(1)).toList();
        assertFalse(locations.isEmpty());
        assertEquals(List.of(),
                locations.stream().filter(location -> !location.contains("type=\"Maven\"") || !location.matches(".*label=\"[^\"]+\".*")).toList());
        assertEquals(List.of(), VERSION.matcher(target).results().map((MatchResult found) -> found.group(1))
                .filter(version -> !EXACT.matcher(version).matches() || version.endsWith("SNAPSHOT")).toList(), "not one exact version");
    }

    @Test
    void packagesBeginWithTheNameOfTheirBundle() {
        List<String> wrong = new ArrayList<>();
        for (SourceBundle bundle : bundles) {
            String expected = "org.moothall." + (Layers.isApi(bundle.name()) ? Layers.owner(bundle.name()) : bundle.name()).replace("-", "");
            bundle.packages().stream().filter(name -> !name.equals(expected) && !name.startsWith(expected + "."))
                    .forEach(name -> wrong.add("bundles/" + bundle.name() + ": " + name + " does not begin with " + expected));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void unitTestsLieBesideTheCodeThatTheyTest() {
        List<String> wrong = new ArrayList<>();
        for (SourceBundle bundle : bundles) {
            Set<String> strange = new TreeSet<>(bundle.packages("src_test"));
            strange.removeAll(bundle.packages());
            strange.forEach(name -> wrong.add("bundles/" + bundle.name() + "/src_test: " + name + " has no code in src"));
        }
        assertEquals(List.of(), wrong);
    }

    /** Parts, handlers and models of pages are nobody's contract; of {@code .api}s nothing is hidden but what they need themselves. */
    @Test
    void pagesExportNothingAndContractsHaveNoInternals() {
        List<String> wrong = new ArrayList<>();
        for (SourceBundle bundle : bundles) {
            if (bundle.name().endsWith(".ui") && !bundle.exports().isEmpty()) {
                wrong.add(bundle.manifestPath() + ": pages export nothing: " + bundle.exports());
            }
            if (Layers.isApi(bundle.name()) && bundle.packages().stream().anyMatch(name -> name.contains(".internal"))) {
                wrong.add("bundles/" + bundle.name() + ": contracts have no internals");
            }
        }
        assertEquals(List.of(), wrong);
    }
}
