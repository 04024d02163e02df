package org.moothall.meetings.internal.rest;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.meetings.Quality;
import org.moothall.meetings.Quality.By;
import org.moothall.meetings.Quality.Group;
import org.moothall.meetings.Quality.Query;
import org.moothall.meetings.QualityLeg;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** The quality inbox: who is badly connected, for how long, and why. */
@Component(service = QualityResource.class)
@JakartarsResource
@Path("quality")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class QualityResource {

    private final Quality quality;
    private final AllowedMeetings allowed;

    /** Answers from this inbox. */
    @Activate
    public QualityResource(@Reference Quality quality, @Reference AllowedMeetings allowed) {
        this.quality = quality;
        this.allowed = allowed;
    }

    @Described("Lists call legs that are bad now, by Call Bridge, subnet and name. Bad is whose loss, jitter or round trip passed the thresholds for longer "
            + "than is allowed.")
    @GET
    @Path("legs")
    @RequiresPermission(Permissions.READ)
    public Page<QualityLeg> legs(@QueryParam("cluster") @Nullable String cluster,
            @Described("Name of a Call Bridge: only its legs.") @QueryParam("callBridge") @Nullable String callBridge,
            @Described("A subnet: only its legs.") @QueryParam("subnet") @Nullable String subnet, @QueryParam("q") @Nullable String text,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context ContainerRequestContext request) {
        return quality.find(query(cluster, callBridge, subnet, text, request), Requests.page(limit, cursor));
    }

    @Described("Counts call legs that are bad now by Call Bridge or by subnet. Those with the most come first.")
    @GET
    @Path("groups")
    @RequiresPermission(Permissions.READ)
    public List<Group> legGroups(@Described("call-bridge or subnet.") @QueryParam("by") @Nullable String by, @QueryParam("cluster") @Nullable String cluster,
            @Described("Name of a Call Bridge: only its legs.") @QueryParam("callBridge") @Nullable String callBridge,
            @Described("A subnet: only its legs.") @QueryParam("subnet") @Nullable String subnet, @QueryParam("q") @Nullable String text,
            @Context ContainerRequestContext request) {
        return quality.groups(query(cluster, callBridge, subnet, text, request), Bodies.word("by", by, By.class, By.CALL_BRIDGE));
    }

    private Query query(@Nullable String cluster, @Nullable String callBridge, @Nullable String subnet, @Nullable String text,
            ContainerRequestContext request) {
        allowed.require(cluster, Permissions.READ, request);
        return new Query(cluster, callBridge, subnet, text == null ? "" : text);
    }
}
