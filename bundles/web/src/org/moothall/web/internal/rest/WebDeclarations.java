package org.moothall.web.internal.rest;

import java.util.List;
import java.util.Set;

import org.moothall.core.EventType;
import org.moothall.security.Permission;
import org.moothall.security.Role;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The permissions and event types of this bundle's own resources; {@code users.manage} belongs to security. */
@Component(service = {}, immediate = true)
public final class WebDeclarations {

    private final List<ServiceRegistration<?>> registered;

    /** Made by the component runtime. */
    @Activate
    public WebDeclarations(BundleContext context) {
        Set<Role> all = Set.of(Role.values());
        registered = List.of(
                context.registerService(Permission.class, new Permission("metrics.read", "Read the figures for monitoring.", Set.of(Role.ADMINISTRATOR)), null),
                context.registerService(Permission.class, new Permission("operations.read", "See and cancel long work under way.", all), null),
                context.registerService(EventType.class, new EventType(RunningOperations.CHANGED, "operations.read"), null));
    }

    @Deactivate
    void withdraw() {
        registered.forEach(ServiceRegistration::unregister);
    }
}
