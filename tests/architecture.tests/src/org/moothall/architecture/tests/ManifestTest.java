package org.moothall.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.osgi.util.ManifestElement;
import org.junit.jupiter.api.Test;

/** Rule 2 and the form of manifests: what is exported is API, with versions; what is imported has a range. */
class ManifestTest {

    /** Not there at run time, so any version will do. */
    private static final String NULL_ANNOTATIONS = "org.eclipse.jdt.annotation";
    private static final List<String> JDK = List.of("javax.", "org.w3c.dom", "org.xml.sax", "org.ietf.jgss");
    /** Looks like the JDK, but comes from a bundle. */
    private static final List<String> NOT_JDK = List.of("javax.annotation", "javax.inject", "javax.servlet");

    private final List<SourceBundle> bundles = Checkout.bundles();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void bundlesAreNamedAfterTheirFolders() {
        for (SourceBundle bundle : bundles) {
            String expected = "org.moothall." + bundle.name().replace("-", "");
            String actual = bundle.clauses("Bundle-SymbolicName").get(0).getValue();
            complainUnless(actual.equals(expected), bundle, "Bundle-SymbolicName is " + actual + ": name it " + expected);
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void exportsHaveVersionsAndAreNotInternal() {
        for (SourceBundle bundle : bundles) {
            for (ManifestElement export : bundle.clauses("Export-Package")) {
                String name = export.getValue();
                complainUnless(export.getAttribute("version") != null, bundle, name + " is exported without a version: add ;version=\"1.0.0\"");
                complainUnless(!isInternal(name), bundle, name + " is exported but internal: other bundles must not need it");
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyPackageIsEitherExportedOrInternal() {
        for (SourceBundle bundle : bundles) {
            Set<String> open = new TreeSet<>(bundle.packages());
            open.removeIf(ManifestTest::isInternal);
            bundle.exports().forEach(open::remove);
            complainUnless(open.isEmpty(), bundle, open + " must be exported (API) or moved below .internal");
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void importsHaveRanges() {
        for (SourceBundle bundle : bundles) {
            for (ManifestElement element : bundle.imports()) {
                String version = element.getAttribute("version");
                boolean fine = isRange(version) || element.getValue().equals(NULL_ANNOTATIONS) || isJdk(element.getValue());
                complainUnless(fine, bundle, element.getValue() + " is imported without a range: write version=\"[1.0.0,2.0.0)\"");
            }
            for (ManifestElement element : bundle.clauses("Require-Bundle")) {
                complainUnless(isRange(element.getAttribute("bundle-version")), bundle,
                        element.getValue() + " is required without a range: write bundle-version=\"[1.0.0,2.0.0)\"");
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void importsAreSorted() {
        for (SourceBundle bundle : bundles) {
            List<String> names = bundle.imports().stream().map(ManifestElement::getValue).toList();
            complainUnless(names.equals(names.stream().sorted().toList()), bundle, "Import-Package is not in alphabetical order");
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void nothingIsActivatedOrImportedBehindTheFrameworksBack() {
        for (SourceBundle bundle : bundles) {
            complainUnless(bundle.header("Bundle-Activator").isEmpty(), bundle, "has a Bundle-Activator: write a component");
            complainUnless(bundle.header("DynamicImport-Package").isEmpty(), bundle, "has DynamicImport-Package: import what is needed");
            complainUnless(bundle.header("Bundle-ClassPath").isEmpty(), bundle, "has Bundle-ClassPath: use bundles, not jars in jars");
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void allBundlesAskForTheSameJava() {
        for (SourceBundle bundle : bundles) {
            String wanted = bundle.header("Bundle-RequiredExecutionEnvironment").orElse("none");
            complainUnless(wanted.equals("JavaSE-21"), bundle, "asks for " + wanted + ": write JavaSE-21");
        }
        assertEquals(List.of(), wrong);
    }

    private void complainUnless(boolean fine, SourceBundle bundle, String complaint) {
        if (!fine) {
            wrong.add(bundle.manifestPath() + ": " + complaint);
        }
    }

    private static boolean isInternal(String packageName) {
        return packageName.endsWith(".internal") || packageName.contains(".internal.");
    }

    private static boolean isRange(@org.eclipse.jdt.annotation.Nullable String version) {
        return version != null && (version.startsWith("[") || version.startsWith("("));
    }

    private static boolean isJdk(String packageName) {
        return JDK.stream().anyMatch(packageName::startsWith) && NOT_JDK.stream().noneMatch(packageName::startsWith);
    }
}
