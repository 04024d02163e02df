package org.moothall.meetings.internal.rest;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.meetings.OperatorActions;
import org.moothall.meetings.OperatorActions.Space;
import org.moothall.servers.ClusterId;
import org.moothall.web.Bodies;
import org.moothall.web.Described;
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

    @Described("Finds spaces of a cluster, at most fifty, by name. Searched are beginnings of words of name, address and number.")
    @GET
    @RequiresPermission(Permissions.OPERATE)
    public Page<Space> spaces(@QueryParam("cluster") @Nullable String cluster, @QueryParam("q") @Nullable String text,
            @Context ContainerRequestContext request) {
        String wanted = Bodies.required("cluster", cluster);
        allowed.require(wanted, Permissions.OPERATE, request);
        return Page.all(actions.spaces(new ClusterId(wanted), text == null ? "" : text));
    }
}
