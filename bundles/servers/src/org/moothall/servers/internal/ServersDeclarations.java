package org.moothall.servers.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.moothall.core.EventType;
import org.moothall.security.Permission;
import org.moothall.security.Role;
import org.moothall.servers.Servers;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Declares the permissions and event types of this domain. */
@Component(service = {}, immediate = true)
public final class ServersDeclarations {

    private static final String READ = org.moothall.servers.internal.rest.Permissions.READ;
    private static final String MANAGE = org.moothall.servers.internal.rest.Permissions.MANAGE;

    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    /** Registers them. */
    @Activate
    public ServersDeclarations(BundleContext context) {
        for (Permission permission : List.of(
                new Permission(READ, "See clusters, Call Bridges and how they are.", Set.of(Role.ADMINISTRATOR, Role.OPERATOR)),
                new Permission(MANAGE, "Add, change and remove clusters and Call Bridges, their credentials and certificates.", Set.of(Role.ADMINISTRATOR)))) {
            registrations.add(context.registerService(Permission.class, permission, null));
        }
        for (String type : List.of(Servers.CALL_BRIDGE_CHANGED, Servers.CALL_BRIDGE_REMOVED, Servers.CLUSTER_CHANGED, Servers.CLUSTER_REMOVED)) {
            registrations.add(context.registerService(EventType.class, new EventType(type, READ), null));
        }
    }

    /** Takes them back. */
    @Deactivate
    public void deactivate() {
        registrations.forEach(ServiceRegistration::unregister);
    }
}
