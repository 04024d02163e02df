package org.moothall.notifications.internal.rest;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.Problem;
import org.moothall.notifications.Notification;
import org.moothall.notifications.internal.StoredNotifications;
import org.moothall.web.Audited;
import org.moothall.web.Described;
import org.moothall.web.Requests;
import org.moothall.web.RequiresPermission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** What people should know. */
@Component(service = NotificationsResource.class)
@JakartarsResource
@Path("notifications")
@Produces(MediaType.APPLICATION_JSON)
public final class NotificationsResource {

    private final StoredNotifications notifications;

    /** Made by the component runtime. */
    @Activate
    public NotificationsResource(@Reference StoredNotifications notifications) {
        this.notifications = notifications;
    }

    @Described("Lists notifications, the worst and newest first. Those that are open, or also those cleared within seven days.")
    @GET
    @RequiresPermission("notifications.read")
    public Page<Notification> list(
            @Described("open (default), or all for those cleared within seven days too.") @QueryParam("state") @DefaultValue("open") String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = Requests.page(limit, cursor);
        return switch (state) {
            case "open" -> notifications.open(page);
            case "all" -> notifications.all(page);
            default -> throw Problem.invalid("state", "must be open or all.").exception();
        };
    }

    @Described("Notes that the caller has seen to a notification. It stays open until its condition is over.")
    @POST
    @Path("{id}/acknowledge")
    @RequiresPermission("notifications.acknowledge")
    @Audited("notifications.acknowledge")
    public Notification acknowledge(@PathParam("id") String id, @Context SecurityContext caller) {
        return notifications.acknowledge(id, Requests.caller(caller).name());
    }
}
