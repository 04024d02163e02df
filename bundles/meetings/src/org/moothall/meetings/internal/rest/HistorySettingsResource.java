package org.moothall.meetings.internal.rest;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.internal.RetentionService;
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

/** For how long history is kept. */
@Component(service = HistorySettingsResource.class)
@JakartarsResource
@Path("settings/history")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class HistorySettingsResource {

    private final RetentionService retention;

    /** Answers for this retention. */
    @Activate
    public HistorySettingsResource(@Reference RetentionService retention) {
        this.retention = retention;
    }

    /** For how long history is kept. @param keepDays days, 1 to 3650, after which ended meetings and all that is kept of them are deleted */
    public record HistorySettings(@Nullable Integer keepDays) {}

    @Described("Shows for how many days history is kept.")
    @GET
    @RequiresPermission(Permissions.READ)
    public HistorySettings getHistory() {
        return new HistorySettings(retention.keepDays());
    }

    @Described("Changes for how many days history is kept. What is older then is deleted within minutes, in small steps, and does not come back.")
    @PUT
    @RequiresPermission(Permissions.MANAGE)
    @Audited("settings.change-history")
    public HistorySettings setHistory(@Nullable HistorySettings wanted, @Context ContainerRequestContext request) {
        int days = Bodies.required("keepDays", Bodies.present(wanted).keepDays());
        Requests.audit(request, "from", retention.keepDays());
        Requests.audit(request, "to", days);
        retention.keepDays(days);
        return getHistory();
    }
}
