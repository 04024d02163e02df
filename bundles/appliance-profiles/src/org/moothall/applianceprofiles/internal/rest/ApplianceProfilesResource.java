package org.moothall.applianceprofiles.internal.rest;

import org.moothall.applianceprofiles.ApplianceProfile;
import org.moothall.applianceprofiles.ApplianceProfiles;
import org.moothall.applianceprofiles.PlatformId;
import org.moothall.core.Page;
import org.moothall.core.Problem;
import org.moothall.web.Described;
import org.moothall.web.RequiresPermission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The platforms and what they carry. */
@Component(service = ApplianceProfilesResource.class)
@JakartarsResource
@Path("appliance-profiles")
@Produces(MediaType.APPLICATION_JSON)
public final class ApplianceProfilesResource {

    private final ApplianceProfiles profiles;

    /** Shows these. */
    @Activate
    public ApplianceProfilesResource(@Reference ApplianceProfiles profiles) {
        this.profiles = profiles;
    }

    @Described("Lists the platforms that are known by name, those of plug-ins included, with what each carries and where that is stated. "
            + "A figure without a value is not stated.")
    @GET
    @RequiresPermission(Permissions.READ)
    public Page<ApplianceProfile> list() {
        return Page.all(profiles.all());
    }

    @Described("Shows a platform and what it carries.")
    @GET
    @Path("{id}")
    @RequiresPermission(Permissions.READ)
    public ApplianceProfile get(@PathParam("id") String id) {
        return profiles.find(new PlatformId(id)).orElseThrow(() -> Problem.notFound("platform", id).exception());
    }
}
