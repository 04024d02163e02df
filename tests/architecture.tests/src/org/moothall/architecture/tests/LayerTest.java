package org.moothall.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.eclipse.osgi.util.ManifestElement;
import org.junit.jupiter.api.Test;

/** Rule 1: imports point down, without cycles, from domain to domain only to earlier {@code .api}s. */
class LayerTest {

    private final List<SourceBundle> bundles = Checkout.bundles();

    @Test
    void everyBundleHasAPlaceInTheTable() {
        List<String> unknown = bundles.stream().map(SourceBundle::name).filter(name -> Layers.of(name).isEmpty()).toList();
        assertEquals(List.of(), unknown, "add these bundles to Layers (tests/architecture.tests), or rename their folders");
    }

    @Test
    void importsPointDown() {
        List<String> wrong = new ArrayList<>();
        edges().forEach((from, targets) -> targets.stream().filter(to -> !Layers.allows(from, to))
                .forEach(to -> wrong.add("bundles/" + from + " imports from bundles/" + to + ": move what it needs down, or into an .api")));
        assertEquals(List.of(), wrong);
    }

    @Test
    void noBundleDependsOnItself() {
        Map<String, Set<String>> edges = edges();
        List<String> cycles = edges.keySet().stream().filter(name -> reaches(edges, name, name, new TreeSet<>())).toList();
        assertEquals(List.of(), cycles, "these bundles lie on a cycle of imports");
    }

    @Test
    void noPackageIsSplitOverBundles() {
        Map<String, String> owners = new HashMap<>();
        List<String> split = new ArrayList<>();
        for (SourceBundle bundle : bundles) {
            for (String name : bundle.packages()) {
                String other = owners.put(name, bundle.name());
                if (other != null) {
                    split.add(name + " is in bundles/" + other + " and in bundles/" + bundle.name());
                }
            }
        }
        assertEquals(List.of(), split);
    }

    @Test
    void ourBundlesAreImportedByPackage() {
        List<String> wrong = new ArrayList<>();
        for (SourceBundle bundle : bundles) {
            bundle.clauses("Require-Bundle").stream().map(ManifestElement::getValue).filter(name -> name.startsWith("org.moothall."))
                    .forEach(name -> wrong.add(bundle.manifestPath() + ": Require-Bundle " + name + ": use Import-Package"));
        }
        assertEquals(List.of(), wrong);
    }

    private Map<String, Set<String>> edges() {
        Map<String, String> exporters = new HashMap<>();
        bundles.forEach(bundle -> bundle.exports().forEach(name -> exporters.put(name, bundle.name())));
        Map<String, Set<String>> edges = new TreeMap<>();
        for (SourceBundle bundle : bundles) {
            Set<String> targets = new TreeSet<>();
            for (ManifestElement element : bundle.imports()) {
                String to = exporters.get(element.getValue());
                if (to != null && !to.equals(bundle.name())) {
                    targets.add(to);
                }
            }
            edges.put(bundle.name(), targets);
        }
        return edges;
    }

    private static boolean reaches(Map<String, Set<String>> edges, String from, String goal, Set<String> seen) {
        for (String next : edges.getOrDefault(from, Set.of())) {
            if (next.equals(goal) || seen.add(next) && reaches(edges, next, goal, seen)) {
                return true;
            }
        }
        return false;
    }
}
