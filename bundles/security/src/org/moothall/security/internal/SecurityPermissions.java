package org.moothall.security.internal;

import java.util.Set;

import org.moothall.security.Permission;
import org.moothall.security.Role;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Registers the permissions of this domain. */
@Component(service = {}, immediate = true)
public final class SecurityPermissions {

    private final ServiceRegistration<Permission> registration;

    @Activate
    public SecurityPermissions(BundleContext context) {
        registration = context.registerService(Permission.class,
                new Permission("users.manage", "Add, change and remove users, and reset their passwords.", Set.of(Role.ADMINISTRATOR)), null);
    }

    @Deactivate
    void deactivate() {
        registration.unregister();
    }
}
