package org.moothall.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** Rule 4 once more: without a domain everything else does not only resolve, no component of it waits for a service for ever. */
class LeftOutTest {

    /** Domains that may be left out, each with those that are built on it and go with it. */
    private static final Map<String, Set<String>> OPTIONAL = Map.of("appliance-profiles", Set.of("capacity"), "capacity", Set.of(), "licensing", Set.of(),
            "webhooks", Set.of());
    private static final Pattern PROVIDED = Pattern.compile("<provide\\s+interface=\"([^\"]+)\"");
    private static final Pattern REFERENCE = Pattern.compile("<reference\\s([^>]*)");
    private static final Pattern INTERFACE = Pattern.compile("interface=\"([^\"]+)\"");

    private final List<Component> components = Checkout.bundles().stream().flatMap(bundle -> Checkout
            .files(bundle.folder().resolve("target/classes/OSGI-INF"), ".xml").stream().map(file -> Component.read(bundle.name(), file))).toList();

    /** @param needs services without which it is not there */
    private record Component(String bundle, String name, Set<String> provides, Set<String> needs) {

        static Component read(String bundle, Path file) {
            try {
                String text = Files.readString(file);
                Set<String> provides = PROVIDED.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
                Set<String> needs = REFERENCE.matcher(text).results().map(found -> found.group(1)).filter(reference -> !reference.contains("cardinality=\"0.."))
                        .flatMap(reference -> first(reference).stream()).collect(Collectors.toSet());
                return new Component(bundle, file.getFileName().toString(), provides, needs);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static List<String> first(String reference) {
            Matcher named = INTERFACE.matcher(reference);
            return named.find() ? List.of(Objects.requireNonNull(named.group(1))) : List.of();
        }
    }

    @Test
    void noComponentWaitsForADomainThatMayBeLeftOut() {
        assertFalse(components.isEmpty(), "no components below bundles/*/target/classes/OSGI-INF");
        List<String> wrong = new ArrayList<>();
        OPTIONAL.forEach((domain, with) -> {
            Set<String> gone = components.stream().filter(each -> goes(each, domain, with)).flatMap(each -> each.provides().stream())
                    .collect(Collectors.toSet());
            List<Component> rest = components.stream().filter(each -> !goes(each, domain, with)).toList();
            rest.forEach(each -> gone.removeAll(each.provides()));
            rest.forEach(each -> each.needs().stream().filter(gone::contains)
                    .forEach(service -> wrong.add(each.bundle() + " " + each.name() + " needs " + service)));
        });
        assertEquals(List.of(), wrong, "these components would never start without the domain: make the reference optional");
    }

    private static boolean goes(Component component, String domain, Set<String> with) {
        String owner = Layers.owner(component.bundle());
        return owner.equals(domain) || with.contains(owner);
    }
}
