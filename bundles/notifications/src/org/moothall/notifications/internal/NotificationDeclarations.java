package org.moothall.notifications.internal;

import java.util.List;
import java.util.Set;

import org.moothall.core.EventType;
import org.moothall.notifications.Notifications;
import org.moothall.security.Permission;
import org.moothall.security.Role;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Permissions and event type of notifications. */
@Component(service = {}, immediate = true)
public final class NotificationDeclarations {

    private final List<ServiceRegistration<?>> registered;

    /** Made by the component runtime. */
    @Activate
    public NotificationDeclarations(BundleContext context) {
        Set<Role> all = Set.of(Role.values());
        registered = List.of(
                context.registerService(Permission.class, new Permission("notifications.read", "See notifications.", all), null),
                context.registerService(Permission.class, new Permission("notifications.acknowledge", "Say that one has seen to a notification.", all), null),
                context.registerService(EventType.class, new EventType(Notifications.CHANGED, "notifications.read", true), null));
    }

    @Deactivate
    void withdraw() {
        registered.forEach(ServiceRegistration::unregister);
    }
}
