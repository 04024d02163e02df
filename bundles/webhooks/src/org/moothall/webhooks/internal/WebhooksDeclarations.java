package org.moothall.webhooks.internal;

import java.util.List;
import java.util.Set;

import org.moothall.core.EventType;
import org.moothall.security.Permission;
import org.moothall.security.Role;
import org.moothall.webhooks.Webhooks;
import org.moothall.webhooks.internal.rest.Permissions;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Declares the permission and event types of this domain. */
@Component(service = {}, immediate = true)
public final class WebhooksDeclarations {

    private final List<ServiceRegistration<?>> registrations;

    /** Registers them. */
    @Activate
    public WebhooksDeclarations(BundleContext context) {
        registrations = List.of(
                context.registerService(Permission.class, new Permission(Permissions.MANAGE, "See and change to whom change events are sent.",
                        Set.of(Role.ADMINISTRATOR)), null),
                context.registerService(EventType.class, new EventType(Webhooks.CHANGED, Permissions.MANAGE), null),
                context.registerService(EventType.class, new EventType(Webhooks.REMOVED, Permissions.MANAGE), null));
    }

    /** Takes them back. */
    @Deactivate
    public void deactivate() {
        registrations.forEach(ServiceRegistration::unregister);
    }
}
