package org.moothall.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.osgi.util.ManifestElement;
import org.junit.jupiter.api.Test;

/** Rule 4: what each product contains, and that a domain can be left out. */
class ProductTest {

    private static final String OURS = "org.moothall.";

    private final List<SourceBundle> bundles = Checkout.bundles();

    @Test
    void theWorkbenchContainsNothingOfTheServersSide() {
        List<String> content = Checkout.productContent("workbench");
        List<String> wrong = bundles.stream().filter(bundle -> Layers.isServerSide(bundle.name()))
                .map(ProductTest::symbolicName).filter(content::contains).toList();
        assertEquals(List.of(), wrong, "the workbench speaks HTTPS to a server: take these out of features/workbench/feature.xml"
                + " or break the imports that pull them in");
    }

    @Test
    void serverAndNodeContainNoWidgets() {
        for (String product : List.of("server", "node")) {
            List<String> wrong = Checkout.productContent(product).stream()
                    .filter(name -> name.startsWith("org.eclipse.swt") || name.startsWith("org.eclipse.jface") || name.startsWith("org.eclipse.e4.ui"))
                    .toList();
            assertEquals(List.of(), wrong, "the " + product + " runs without a display");
        }
    }

    @Test
    void theNodeContainsNoDomainOfTheServer() {
        List<String> content = Checkout.productContent("node");
        List<String> wrong = bundles.stream().filter(bundle -> Layers.domains().contains(Layers.owner(bundle.name())))
                .filter(bundle -> !bundle.name().equals("appliance-profiles.api"))
                .map(ProductTest::symbolicName).filter(content::contains).toList();
        assertEquals(List.of(), wrong, "the node is a Meeting Server, not a part of ours");
    }

    @Test
    void everyBundleIsShippedInSomeProduct() {
        Set<String> shipped = new HashSet<>();
        List.of("server", "workbench", "node").forEach(product -> shipped.addAll(Checkout.productContent(product)));
        List<String> missing = bundles.stream().map(ProductTest::symbolicName).filter(name -> !shipped.contains(name)).toList();
        assertEquals(List.of(), missing, "list these bundles in a feature below features/");
    }

    @Test
    void everyDomainCanBeLeftOutButForItsContracts() {
        for (String domain : Layers.domains()) {
            List<SourceBundle> rest = bundles.stream()
                    .filter(bundle -> !Layers.owner(bundle.name()).equals(domain) || Layers.isApi(bundle.name())).toList();
            assertEquals(List.of(), unresolved(rest), "without the server side and the pages of " + domain
                    + " these imports have no exporter: others may import its .api only");
        }
    }

    @Test
    void ourOwnImportsHaveAnExporter() {
        assertEquals(List.of(), unresolved(bundles));
        assertTrue(bundles.size() > 1);
    }

    private static List<String> unresolved(List<SourceBundle> present) {
        Set<String> exported = new HashSet<>();
        present.forEach(bundle -> exported.addAll(bundle.exports()));
        List<String> missing = new ArrayList<>();
        for (SourceBundle bundle : present) {
            bundle.imports().stream().filter(ProductTest::isMandatory).map(ManifestElement::getValue)
                    .filter(name -> name.startsWith(OURS) && !exported.contains(name))
                    .forEach(name -> missing.add(bundle.manifestPath() + ": " + name));
        }
        return missing;
    }

    private static boolean isMandatory(ManifestElement element) {
        return !"optional".equals(element.getDirective("resolution"));
    }

    private static String symbolicName(SourceBundle bundle) {
        return bundle.clauses("Bundle-SymbolicName").get(0).getValue();
    }
}
