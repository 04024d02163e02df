package org.moothall.applianceprofiles.internal.rest;

import org.moothall.applianceprofiles.ApplianceProfiles;
import org.moothall.applianceprofiles.SizingRules;
import org.moothall.applianceprofiles.sizing.HostAnswer;
import org.moothall.applianceprofiles.sizing.HostOffer;
import org.moothall.applianceprofiles.sizing.Sizing;
import org.moothall.applianceprofiles.sizing.SizingAnswer;
import org.moothall.applianceprofiles.sizing.SizingDemand;
import org.moothall.web.Audited;
import org.moothall.web.Described;
import org.moothall.web.RequiresPermission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The sizing calculator: it keeps nothing of what it is asked. */
@Component(service = SizingResource.class)
@JakartarsResource
@Path("sizing")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SizingResource {

    private final Sizing sizing;
    private final ApplianceProfiles profiles;

    /** Asks these. */
    @Activate
    public SizingResource(@Reference Sizing sizing, @Reference ApplianceProfiles profiles) {
        this.sizing = sizing;
        this.profiles = profiles;
    }

    @Described("Calculates which hosts a demand needs: calls by type, users, spaces, Edge servers, recordings, streams, databases, scheduler and MeetingApps. "
            + "The answer shows each step with its source, what is not stated, and where the guide disagrees with itself. Nothing is kept.")
    @POST
    @RequiresPermission(Permissions.READ)
    @Audited("sizing.calculate")
    public SizingAnswer calculate(SizingDemand demand) {
        return sizing.hosts(demand);
    }

    @Described("Calculates what a host carries in each role alone: a platform by its id, or a host of one's own by its processors, memory, disk and network.")
    @POST
    @Path("carried")
    @RequiresPermission(Permissions.READ)
    @Audited("sizing.carried")
    public HostAnswer carried(HostOffer offer) {
        return sizing.carried(offer);
    }

    @Described("Shows the tables and rules that sizing calculates with, each figure with where it stands.")
    @GET
    @Path("rules")
    @RequiresPermission(Permissions.READ)
    public SizingRules rules() {
        return profiles.rules();
    }
}
