package org.moothall.licensing.internal.rest;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.licensing.Entitlements;
import org.moothall.licensing.Explanation;
import org.moothall.licensing.Feature;
import org.moothall.licensing.Forecast;
import org.moothall.licensing.Licensing;
import org.moothall.licensing.LicensingStatus;
import org.moothall.licensing.UsageChart;
import org.moothall.servers.ClusterId;
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
import jakarta.ws.rs.core.MediaType;
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

    @Described("Shows how every feature stands, now or at a time that is over, and which clusters and hosts that comes from.")
    @GET
    @Path("status")
    @RequiresPermission(Permissions.READ)
    public LicensingStatus status(@QueryParam("at") @Described("A time that is over, for how it stood then; now when it is left out.") @Nullable String at) {
        return licensing.status(Parameters.optionalInstant("at", at));
    }

    @Described("Explains the status of a feature, now or at a time that is over: the rule and its source, the days over, the five minutes and "
            + "clusters that made them.")
    @GET
    @Path("explanations")
    @RequiresPermission(Permissions.READ)
    public Explanation explain(
            @QueryParam("feature") @Described("meetings, recording-or-streaming or customization.") @Nullable String feature,
            @QueryParam("at") @Described("A time that is over, for how it stood then; now when it is left out.") @Nullable String at) {
        return licensing.explain(Parameters.word("feature", feature, Feature.class), Parameters.optionalInstant("at", at));
    }

    @Described("Shows what was used, of one cluster or of all together: a point for each 5 minutes of up to a day, and the peak of each day of a longer time.")
    @GET
    @Path("usage")
    @RequiresPermission(Permissions.READ)
    public UsageChart usage(@QueryParam("from") @Described("Begin, a time.") @Nullable String from,
            @QueryParam("to") @Described("End, a time.") @Nullable String to,
            @QueryParam("cluster") @Described("Id of a cluster; all together when it is left out.") @Nullable String cluster) {
        return licensing.usage(Parameters.instant("from", from), Parameters.instant("to", to), cluster == null ? null : new ClusterId(cluster));
    }

    @Described("Foretells when licences will run short if use goes on as in the last 90 days: the first day of each alarm, with a band. Numbers that are given "
            + "stand for what is allocated.")
    @GET
    @Path("forecast")
    @RequiresPermission(Permissions.READ)
    public Forecast forecast(@QueryParam("pmpPlus") @Described("So many PMP Plus licences instead.") @Nullable Integer pmpPlus,
            @QueryParam("smpPlus") @Described("So many SMP Plus licences instead.") @Nullable Integer smpPlus,
            @QueryParam("recordingOrStreaming") @Described("So many licences for recording or streaming instead.") @Nullable Integer recordingOrStreaming) {
        Entitlements now = licensing.entitlements();
        return licensing.forecast(new Entitlements(pmpPlus == null ? now.pmpPlus() : pmpPlus, smpPlus == null ? now.smpPlus() : smpPlus,
                recordingOrStreaming == null ? now.recordingOrStreaming() : recordingOrStreaming, now.customization(), now.since(), now.by(), now.version()));
    }

    @Described("Answers the 90-day report, license-data.zip: what hosts reported, the bins made of it and the daily peaks.")
    @GET
    @Path("report")
    @Produces("application/zip")
    @RequiresPermission(Permissions.READ)
    public StreamingOutput report() {
        return licensing::report;
    }
}
