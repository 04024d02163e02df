package org.moothall.meetings.internal.rest;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.internal.MeetingSettings;
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

/** How meetings are followed. */
@Component(service = MeetingSettingsResource.class)
@JakartarsResource
@Path("settings/meetings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MeetingSettingsResource {

    private final MeetingSettings settings;

    /** Answers for these settings. */
    @Activate
    public MeetingSettingsResource(@Reference MeetingSettings settings) {
        this.settings = settings;
    }

    /** How meetings are followed. @param requestsPerSecond that each Call Bridge is asked for its meetings, 1 to 1000 */
    public record FollowingSettings(@Nullable Integer requestsPerSecond) {}

    @Described("Shows how meetings are followed: how many requests a second each Call Bridge is asked for them.")
    @GET
    @RequiresPermission(Permissions.MANAGE)
    public FollowingSettings getMeetings() {
        return new FollowingSettings(settings.requestsPerSecond());
    }

    @Described("Changes how meetings are followed. It counts at once; what operators do is not held back by it. What is left out stays.")
    @PUT
    @RequiresPermission(Permissions.MANAGE)
    @Audited("settings.change-meetings")
    public FollowingSettings setMeetings(@Nullable FollowingSettings wanted, @Context ContainerRequestContext request) {
        FollowingSettings changed = Bodies.present(wanted);
        Requests.audit(request, "to", changed.toString());
        Integer perSecond = changed.requestsPerSecond();
        if (perSecond != null) {
            settings.requestsPerSecond(perSecond);
        }
        return getMeetings();
    }
}
