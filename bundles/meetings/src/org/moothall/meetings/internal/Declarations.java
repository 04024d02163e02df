package org.moothall.meetings.internal;

import java.util.Hashtable;
import java.util.Set;

import org.moothall.core.EventType;
import org.moothall.meetings.Macros;
import org.moothall.meetings.Meetings;
import org.moothall.meetings.Quality;
import org.moothall.meetings.internal.rest.Permissions;
import org.moothall.security.Permission;
import org.moothall.security.Role;
import org.moothall.web.SelfAuthenticated;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** What this domain declares to the rest of the house. */
@Component(service = Declarations.class, immediate = true)
public final class Declarations {

    /** With what it needs. */
    @Activate
    public Declarations(BundleContext context) {
        Set<Role> both = Set.of(Role.ADMINISTRATOR, Role.OPERATOR);
        declare(context, Permission.class, new Permission(Permissions.READ, "See meetings and who is in them.", both));
        declare(context, Permission.class, new Permission(Permissions.OPERATE, "Act on meetings and on who is in them.", both));
        declare(context, Permission.class, new Permission(Permissions.MANAGE, "Change settings of this server.", Set.of(Role.ADMINISTRATOR)));
        for (String type : Set.of(Meetings.MEETING_CHANGED, Meetings.PARTICIPANTS_CHANGED, Meetings.MEETING_HIDDEN, Macros.CHANGED, Macros.REMOVED,
                Quality.LEG_CHANGED,
                Quality.LEG_CLEARED)) {
            declare(context, EventType.class, new EventType(type, Permissions.READ));
        }
        declare(context, SelfAuthenticated.class, new SelfAuthenticated("/cdr/"));
    }

    private static <T> void declare(BundleContext context, Class<T> type, T service) {
        context.registerService(type, service, new Hashtable<>());
    }
}
