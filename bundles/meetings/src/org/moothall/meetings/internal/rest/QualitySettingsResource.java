package org.moothall.meetings.internal.rest;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Quality;
import org.moothall.meetings.Quality.Thresholds;
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

/** From when on a leg is bad. */
@Component(service = QualitySettingsResource.class)
@JakartarsResource
@Path("settings/quality")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class QualitySettingsResource {

    private final Quality quality;

    /** Answers for this inbox. */
    @Activate
    public QualitySettingsResource(@Reference Quality quality) {
        this.quality = quality;
    }

    /** What to change; what is left out stays. */
    public record NewThresholds(@Nullable Double lossPercent, @Nullable Integer jitterMilliseconds, @Nullable Integer roundTripMilliseconds,
            @Nullable Integer forSeconds, @Nullable Integer everySeconds) {

        Thresholds over(Thresholds now) {
            return new Thresholds(either(lossPercent, now.lossPercent()), either(jitterMilliseconds, now.jitterMilliseconds()),
                    either(roundTripMilliseconds, now.roundTripMilliseconds()), either(forSeconds, now.forSeconds()), either(everySeconds, now.everySeconds()));
        }

        private static <T> T either(@Nullable T wanted, T now) {
            return wanted == null ? now : wanted;
        }
    }

    @Described("Shows from when on a call leg is bad.")
    @GET
    @RequiresPermission(Permissions.READ)
    public Thresholds getQuality() {
        return quality.thresholds();
    }

    @Described("Changes from when on a call leg is bad. What is left out stays.")
    @PUT
    @RequiresPermission(Permissions.MANAGE)
    @Audited("settings.change-quality")
    public Thresholds setQuality(@Nullable NewThresholds wanted, @Context ContainerRequestContext request) {
        NewThresholds changed = Bodies.present(wanted);
        Requests.audit(request, "to", changed.toString());
        quality.thresholds(changed.over(quality.thresholds()));
        return quality.thresholds();
    }
}
