package org.moothall.headless.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

/** Which parts of the program wait for what, for the day when it does not start. */
final class Diagnosis {

    private static final String OURS = "org.moothall.";

    private final BundleContext bundles;

    Diagnosis(BundleContext bundles) {
        this.bundles = bundles;
    }

    /** One line a part; empty when nothing waits. */
    String waiting() {
        return Stream.concat(unresolved(), unsatisfied()).sorted().distinct().collect(Collectors.joining("\n"));
    }

    private Stream<String> unresolved() {
        return Arrays.stream(bundles.getBundles())
                .filter(bundle -> bundle.getState() == Bundle.INSTALLED)
                .map(bundle -> "  " + bundle.getSymbolicName() + " lacks something that it imports");
    }

    private Stream<String> unsatisfied() {
        ServiceReference<ServiceComponentRuntime> reference = bundles.getServiceReference(ServiceComponentRuntime.class);
        if (reference == null) {
            return Stream.of("  nothing starts components");
        }
        ServiceComponentRuntime components = bundles.getService(reference);
        return components.getComponentDescriptionDTOs().stream()
                .filter(description -> description.name.startsWith(OURS))
                .map(components::getComponentConfigurationDTOs)
                .flatMap(Collection::stream)
                .flatMap(Diagnosis::told);
    }

    private static Stream<String> told(ComponentConfigurationDTO component) {
        String name = component.description.name.substring(OURS.length());
        if (component.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
            return Stream.of("  " + name + " failed to start");
        }
        if (component.state != ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
            return Stream.empty();
        }
        String missing = List.of(component.unsatisfiedReferences).stream().map(reference -> reference.name).collect(Collectors.joining(", "));
        return Stream.of("  " + name + " waits for " + missing);
    }
}
