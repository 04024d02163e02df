package org.moothall.meetings.internal.rest;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.meetings.OperatorActions;
import org.moothall.meetings.OperatorActions.Space;
import org.moothall.servers.ClusterId;
import org.moothall.web.RequiresPermission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** The spaces in which meetings can be begun. */
@Component(service = SpacesResource.class)
@JakartarsResource
@Path("spaces")
@Produces(MediaType.APPLICATION_JSON)
public final class SpacesResource {

    private final OperatorActions actions;
    private final AllowedMeetings allowed;

    /** Answers by these actions. */
    @Activate
    public SpacesResource(@Reference OperatorActions actions, @Reference AllowedMeetings allowed) {
        this.actions = actions;
        this.allowed = allowed;
    }

    /** Spaces of a cluster whose name, address or number has words that begin like {@code q}; at most fifty, by name. */
    @GET
    @RequiresPermission(Permissions.OPERATE)
    public Page<Space> spaces(@QueryParam("cluster") @Nullable String cluster, @QueryParam("q") @Nullable String text,
            @Context ContainerRequestContext request) {
        String wanted = Bodies.required("cluster", cluster);
        allowed.require(wanted, Permissions.OPERATE, request);
        return Page.all(actions.spaces(new ClusterId(wanted), text == null ? "" : text));
    }
}
