package org.moothall.licensing.authority.internal;

import java.util.List;
import java.util.Set;

import org.moothall.core.EventType;
import org.moothall.licensing.authority.Accounts;
import org.moothall.licensing.authority.internal.rest.Permissions;
import org.moothall.licensing.authority.internal.rest.RegistrationServlet;
import org.moothall.security.Permission;
import org.moothall.security.Role;
import org.moothall.web.SelfAuthenticated;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Declares the permissions, event types and open paths of this domain. */
@Component(service = {}, immediate = true)
public final class AuthorityDeclarations {

    private final List<ServiceRegistration<?>> registrations;

    /** Registers them. */
    @Activate
    public AuthorityDeclarations(BundleContext context) {
        Set<Role> administrators = Set.of(Role.ADMINISTRATOR);
        registrations = List.of(
                context.registerService(Permission.class,
                        new Permission(Permissions.READ, "See accounts, instances and reservations of the licensing authority.", administrators), null),
                context.registerService(Permission.class,
                        new Permission(Permissions.MANAGE, "Open accounts, issue tokens and grant reservations of the licensing authority.", administrators),
                        null),
                context.registerService(SelfAuthenticated.class, new SelfAuthenticated(RegistrationServlet.PATH), null),
                context.registerService(EventType.class, new EventType(Accounts.CHANGED, Permissions.READ), null));
    }

    /** Takes them back. */
    @Deactivate
    public void deactivate() {
        registrations.forEach(ServiceRegistration::unregister);
    }
}
