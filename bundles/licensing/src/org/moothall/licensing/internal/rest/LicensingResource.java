package org.moothall.licensing.internal.rest;

import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.licensing.Explanation;
import org.moothall.licensing.Feature;
import org.moothall.licensing.Licensing;
import org.moothall.licensing.LicensingStatus;
import org.moothall.licensing.UsageChart;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** How licences stand, what was used and why. */
@Component(service = LicensingResource.class)
@JakartarsResource
@Path("licensing")
@Produces(MediaType.APPLICATION_JSON)
public final class LicensingResource {

    private final Licensing licensing;

    /** Serves this. */
    @Activate
    public LicensingResource(@Reference Licensing licensing) {
        this.licensing = licensing;
    }

    /** How every feature stands, now or at a time. */
    @GET
    @Path("status")
    @RequiresPermission(Permissions.READ)
    public LicensingStatus status(@QueryParam("at") @Nullable String at) {
        return licensing.status(Parameters.optionalInstant("at", at));
    }

    /** The arithmetic behind the status of a feature, now or at a time. */
    @GET
    @Path("explanations")
    @RequiresPermission(Permissions.READ)
    public Explanation explain(@QueryParam("feature") @Nullable String feature, @QueryParam("at") @Nullable String at) {
        return licensing.explain(Parameters.word("feature", feature, Feature.class), Parameters.optionalInstant("at", at));
    }

    /** What was used: a point for each 5 minutes of a day, for each day of a longer time; of one cluster or of all together. */
    @GET
    @Path("usage")
    @RequiresPermission(Permissions.READ)
    public UsageChart usage(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to, @QueryParam("cluster") @Nullable String cluster) {
        return licensing.usage(Parameters.instant("from", from), Parameters.instant("to", to), cluster == null ? null : new ClusterId(cluster));
    }

    /** The 90-day report: license-data.zip. */
    @GET
    @Path("report")
    @Produces("application/zip")
    @RequiresPermission(Permissions.READ)
    public Response report() {
        StreamingOutput file = licensing::report;
        return Objects.requireNonNull(Response.ok(file).header("Content-Disposition", "attachment; filename=\"license-data.zip\"").build());
    }
}
