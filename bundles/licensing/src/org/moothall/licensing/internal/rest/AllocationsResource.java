package org.moothall.licensing.internal.rest;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.Problem;
import org.moothall.core.Problem.Violation;
import org.moothall.licensing.Entitlements;
import org.moothall.licensing.Feature;
import org.moothall.licensing.Licensing;
import org.moothall.licensing.LicensingMode;
import org.moothall.licensing.Reservations;
import org.moothall.licensing.Trial;
import org.moothall.web.Audited;
import org.moothall.web.Described;
import org.moothall.web.EntityTags;
import org.moothall.web.Requests;
import org.moothall.web.RequiresPermission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** What was allocated, trials, and whether licences are looked after here. */
@Component(service = AllocationsResource.class)
@JakartarsResource
@Path("licensing")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AllocationsResource {

    private final Licensing licensing;
    private final Reservations reservations;

    /** Serves this. */
    @Activate
    public AllocationsResource(@Reference Licensing licensing, @Reference Reservations reservations) {
        this.licensing = licensing;
        this.reservations = reservations;
    }

    /** What is allocated; 0 where there are none. */
    public record Allocation(@Nullable Integer pmpPlus, @Nullable Integer smpPlus, @Nullable Integer recordingOrStreaming, @Nullable Boolean customization) {

        Entitlements entitlements() {
            return new Entitlements(count("pmpPlus", pmpPlus), count("smpPlus", smpPlus), count("recordingOrStreaming", recordingOrStreaming),
                    Parameters.required("customization", customization), null, null, 0);
        }

        private static int count(String field, @Nullable Integer value) {
            if (value == null) {
                String message = "must be given: enter 0 when there are no licences of this type.";
                throw new Problem(org.moothall.core.CoreProblem.INVALID_INPUT, field + " " + message, null, List.of(new Violation(field, message))).exception();
            }
            return value;
        }
    }

    /** Which trial. @param feature {@code meetings}, {@code recording-or-streaming} or {@code customization} */
    public record NewTrial(@Nullable Feature feature) {}

    /** What is done about licences. */
    public record Mode(@Nullable LicensingMode mode) {}

    @Described("Shows what was allocated.")
    @GET
    @Path("entitlements")
    @RequiresPermission(Permissions.READ)
    public Entitlements entitlements() {
        return licensing.entitlements();
    }

    @Described("Allocates licences: the numbers that were bought, 0 where there are none.")
    @PUT
    @Path("entitlements")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing.allocate")
    public Entitlements allocate(@HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Allocation body, @Context ContainerRequestContext request) {
        Allocation allocation = Parameters.required("body", body);
        Entitlements before = licensing.entitlements();
        Long version = EntityTags.required(ifMatch);
        Requests.audit(request, "from", before.toString());
        Requests.audit(request, "to", allocation.toString());
        String by = Requests.caller(request.getSecurityContext()).name();
        Entitlements wanted = allocation.entitlements();
        reservations.verify(wanted);
        return licensing.allocate(wanted, by, version == null ? before.version() : version);
    }

    @Described("Lists the trial of each feature: whether it is offered, and why not.")
    @GET
    @Path("trials")
    @RequiresPermission(Permissions.READ)
    public Page<Trial> trials() {
        return Page.all(licensing.trials());
    }

    @Described("Starts a trial of 90 days; a deployment has one of each kind.")
    @POST
    @Path("trials")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing.start-trial")
    public Trial startTrial(@Nullable NewTrial wanted, @Context ContainerRequestContext request) {
        Feature feature = Parameters.required("feature", Parameters.required("body", wanted).feature());
        Requests.audit(request, "feature", feature.name());
        return licensing.startTrial(feature, Requests.caller(request.getSecurityContext()).name());
    }

    @Described("Shows what is done about licences here.")
    @GET
    @Path("mode")
    @RequiresPermission(Permissions.READ)
    public Mode mode() {
        return new Mode(licensing.mode());
    }

    @Described("Changes what is done about licences here.")
    @PUT
    @Path("mode")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing.change-mode")
    public Mode changeMode(@Nullable Mode wanted, @Context ContainerRequestContext request) {
        LicensingMode mode = Parameters.required("mode", Parameters.required("body", wanted).mode());
        Requests.audit(request, "from", licensing.mode().name());
        Requests.audit(request, "to", mode.name());
        if (mode != LicensingMode.SMART_LICENSING) {
            reservations.leave(Requests.caller(request.getSecurityContext()).name());
        }
        licensing.mode(mode);
        return mode();
    }
}
