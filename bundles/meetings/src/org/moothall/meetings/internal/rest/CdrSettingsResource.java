package org.moothall.meetings.internal.rest;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.meetings.internal.CdrDeliveries;
import org.moothall.meetings.internal.CdrDeliveries.Delivery;
import org.moothall.meetings.internal.MeetingSettings;
import org.moothall.meetings.internal.MeetingSettings.CdrSettings;
import org.moothall.web.Audited;
import org.moothall.web.Bodies;
import org.moothall.web.Described;
import org.moothall.web.Requests;
import org.moothall.web.RequiresPermission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Under which address Call Bridges reach us with their records. */
@Component(service = CdrSettingsResource.class)
@JakartarsResource
@Path("settings/cdr")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CdrSettingsResource {

    private final MeetingSettings settings;
    private final CdrDeliveries deliveries;

    /** Answers for these settings. */
    @Activate
    public CdrSettingsResource(@Reference MeetingSettings settings, @Reference CdrDeliveries deliveries) {
        this.settings = settings;
        this.deliveries = deliveries;
    }

    /** What to set: {@code host[:port]}, or null for this host's name. */
    public record NewCdrSettings(@Nullable String address) {}

    @Described("Shows under which address Call Bridges send call detail records. Also what each Call Bridge was told.")
    @GET
    @RequiresPermission(Permissions.MANAGE)
    public CdrSettings getCdr() {
        return settings.cdr();
    }

    @Described("Lists for each Call Bridge whether it delivers call detail records here: whether this server is among its receivers, when it reached this "
            + "server last, since when it raises an alarm, and what to do.")
    @GET
    @Path("call-bridges")
    @RequiresPermission(Permissions.MANAGE)
    public Page<Delivery> listCdrDeliveries() {
        return Page.all(deliveries.all());
    }

    @Described("Changes the address under which Call Bridges send call detail records. They are told the new one at once; null takes this host's name.")
    @PUT
    @RequiresPermission(Permissions.MANAGE)
    @Audited("settings.change-cdr")
    public CdrSettings setCdr(@Nullable NewCdrSettings wanted, @Context ContainerRequestContext request) {
        NewCdrSettings changed = Bodies.present(wanted);
        Requests.audit(request, "to", String.valueOf(changed.address()));
        return settings.cdr(changed.address());
    }
}
