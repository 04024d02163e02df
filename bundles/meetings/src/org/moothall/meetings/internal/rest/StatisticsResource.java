package org.moothall.meetings.internal.rest;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.CallStatistics;
import org.moothall.meetings.CallStatistics.Statistics;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.ParticipantId;
import org.moothall.web.Bodies;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** How well a participant is connected. */
@Component(service = StatisticsResource.class)
@JakartarsResource
@Path("meetings/{id}/participants/{participant}/statistics")
@Produces(MediaType.APPLICATION_JSON)
public final class StatisticsResource {

    private final CallStatistics statistics;
    private final AllowedMeetings allowed;

    /** Answers from these statistics. */
    @Activate
    public StatisticsResource(@Reference CallStatistics statistics, @Reference AllowedMeetings allowed) {
        this.statistics = statistics;
        this.allowed = allowed;
    }

    @Described("Samples of the quality of a participant's call legs. They are taken every few seconds while somebody asks; when a leg has ended, the figures "
            + "of its end stay.")
    @GET
    @RequiresPermission(Permissions.READ)
    public Statistics statistics(@PathParam("id") String id, @PathParam("participant") String participant, @QueryParam("since") @Nullable String since,
            @Context ContainerRequestContext request) {
        MeetingId meeting = allowed.find(id, Permissions.READ, request).id();
        return statistics.of(meeting, new ParticipantId(participant), since == null ? null : Bodies.instant("since", since));
    }
}
