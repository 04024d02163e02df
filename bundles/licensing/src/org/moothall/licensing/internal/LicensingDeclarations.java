package org.moothall.licensing.internal;

import java.util.List;
import java.util.Set;

import org.moothall.core.EventType;
import org.moothall.licensing.Licensing;
import org.moothall.licensing.internal.rest.Permissions;
import org.moothall.security.Permission;
import org.moothall.security.Role;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Declares the permissions and the event type of this domain. */
@Component(service = {}, immediate = true)
public final class LicensingDeclarations {

    private final List<ServiceRegistration<?>> registrations;

    /** Registers them. */
    @Activate
    public LicensingDeclarations(BundleContext context) {
        registrations = List.of(
                context.registerService(Permission.class, new Permission(Permissions.READ, "See how licences stand, what was used and why.",
                        Set.of(Role.ADMINISTRATOR)), null),
                context.registerService(Permission.class, new Permission(Permissions.MANAGE, "Allocate licences, start trials, choose the licensing mode.",
                        Set.of(Role.ADMINISTRATOR)), null),
                context.registerService(EventType.class, new EventType(Licensing.STATUS_CHANGED, Permissions.READ), null));
    }

    /** Takes them back. */
    @Deactivate
    public void deactivate() {
        registrations.forEach(ServiceRegistration::unregister);
    }
}
