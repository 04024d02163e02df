package com.example.acme.server;

import java.util.Set;

import org.moothall.security.Permission;
import org.moothall.security.Role;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Says who may see rooms. */
@Component(service = {}, immediate = true)
public final class RoomsPermission {

    private final ServiceRegistration<Permission> registered;

    @Activate
    public RoomsPermission(BundleContext context) {
        registered = context.registerService(Permission.class, new Permission("acme.read", "See the rooms of Acme.", Set.of(Role.values())), null);
    }

    @Deactivate
    void withdraw() {
        registered.unregister();
    }
}
