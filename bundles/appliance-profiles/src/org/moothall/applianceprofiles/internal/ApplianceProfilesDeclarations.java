package org.moothall.applianceprofiles.internal;

import java.util.Set;

import org.moothall.applianceprofiles.internal.rest.Permissions;
import org.moothall.security.Permission;
import org.moothall.security.Role;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Declares the permission of this domain. */
@Component(service = {}, immediate = true)
public final class ApplianceProfilesDeclarations {

    private final ServiceRegistration<Permission> permission;

    /** Registers it. */
    @Activate
    public ApplianceProfilesDeclarations(BundleContext context) {
        permission = context.registerService(Permission.class, new Permission(Permissions.READ, "See what platforms carry, and size deployments.",
                Set.of(Role.ADMINISTRATOR, Role.OPERATOR)), null);
    }

    /** Takes it back. */
    @Deactivate
    public void deactivate() {
        permission.unregister();
    }
}
