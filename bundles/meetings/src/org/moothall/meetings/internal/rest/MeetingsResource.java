package org.moothall.meetings.internal.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.Problem;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Meetings;
import org.moothall.meetings.Meetings.Outcome;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ParticipantId;
import org.moothall.security.Access;
import org.moothall.web.Audited;
import org.moothall.web.Requests;
import org.moothall.web.RequiresPermission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Live and past meetings, and what operators do with them. */
@Component(service = MeetingsResource.class)
@JakartarsResource
@Path("meetings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MeetingsResource {

    private final Meetings meetings;
    private final Access access;

    /** Answers for these meetings. */
    @Activate
    public MeetingsResource(@Reference Meetings meetings, @Reference Access access) {
        this.meetings = meetings;
        this.access = access;
    }

    /** What happened, one for each participant. */
    public record Outcomes(List<Outcome> outcomes) { }

    /** What to change; without {@code participants} everybody who is there. */
    public record BulkChange(@Nullable List<String> participants, @Nullable Boolean audioMuted, @Nullable Boolean videoMuted) { }

    /** A page of meetings. */
    @GET
    @RequiresPermission(Permissions.READ)
    public Page<Meeting> list(@QueryParam("state") @Nullable String state, @QueryParam("q") @Nullable String text,
            @QueryParam("cluster") @Nullable String cluster, @QueryParam("sort") @Nullable String sort, @QueryParam("order") @Nullable String order,
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor, @Context ContainerRequestContext request) {
        access.require(Requests.caller(request.getSecurityContext()), Permissions.READ, cluster);
        MeetingQuery.Sort by = word("sort", sort, MeetingQuery.Sort.class, MeetingQuery.Sort.START);
        boolean descending = order == null ? by != MeetingQuery.Sort.NAME : descending(order);
        return meetings.find(new MeetingQuery(word("state", state, MeetingState.class, MeetingState.ACTIVE), text == null ? "" : text, cluster, by,
                descending, Requests.page(limit, cursor)));
    }

    /** A meeting. */
    @GET
    @Path("{id}")
    @RequiresPermission(Permissions.READ)
    public Meeting get(@PathParam("id") String id, @Context ContainerRequestContext request) {
        return allowed(id, Permissions.READ, request);
    }

    /** Ends a meeting on all bridges. */
    @DELETE
    @Path("{id}")
    @RequiresPermission(Permissions.OPERATE)
    @Audited("meetings.end")
    public void end(@PathParam("id") String id, @Context ContainerRequestContext request) {
        Meeting meeting = allowed(id, Permissions.OPERATE, request);
        Requests.audit(request, "meeting", meeting.name());
        meetings.end(meeting.id());
    }

    /** A page of a meeting's participants, those present first. */
    @GET
    @Path("{id}/participants")
    @RequiresPermission(Permissions.READ)
    public Page<Participant> participants(@PathParam("id") String id, @QueryParam("q") @Nullable String text, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context ContainerRequestContext request) {
        Meeting meeting = allowed(id, Permissions.READ, request);
        return meetings.participants(meeting.id(), text == null ? "" : text, Requests.page(limit, cursor));
    }

    /** Changes several participants, or all. */
    @PATCH
    @Path("{id}/participants")
    @RequiresPermission(Permissions.OPERATE)
    @Audited("meetings.change-participants")
    public Outcomes changeMany(@PathParam("id") String id, BulkChange change, @Context ContainerRequestContext request) {
        Meeting meeting = allowed(id, Permissions.OPERATE, request);
        Requests.audit(request, "change", change.toString());
        @Nullable List<String> named = change.participants();
        List<ParticipantId> whom = named == null ? present(meeting.id()) : named.stream().map(ParticipantId::new).toList();
        return new Outcomes(meetings.change(meeting.id(), whom, new ParticipantChange(change.audioMuted(), change.videoMuted())));
    }

    /** Changes one participant. */
    @PATCH
    @Path("{id}/participants/{participant}")
    @RequiresPermission(Permissions.OPERATE)
    @Audited("meetings.change-participant")
    public Outcome change(@PathParam("id") String id, @PathParam("participant") String participant, ParticipantChange change,
            @Context ContainerRequestContext request) {
        Meeting meeting = allowed(id, Permissions.OPERATE, request);
        Requests.audit(request, "change", change.toString());
        return meetings.change(meeting.id(), List.of(new ParticipantId(participant)), change).get(0);
    }

    /** Drops a participant. */
    @DELETE
    @Path("{id}/participants/{participant}")
    @RequiresPermission(Permissions.OPERATE)
    @Audited("meetings.drop-participant")
    public Outcome drop(@PathParam("id") String id, @PathParam("participant") String participant, @Context ContainerRequestContext request) {
        Meeting meeting = allowed(id, Permissions.OPERATE, request);
        return meetings.drop(meeting.id(), List.of(new ParticipantId(participant))).get(0);
    }

    private Meeting allowed(String id, String permission, ContainerRequestContext request) {
        Meeting meeting = meetings.find(new MeetingId(id)).orElseThrow(() -> Problem.notFound("meeting", id).exception());
        access.require(Requests.caller(request.getSecurityContext()), permission, meeting.cluster().value());
        return meeting;
    }

    private List<ParticipantId> present(MeetingId meeting) {
        List<ParticipantId> present = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<Participant> page = meetings.participants(meeting, "", new PageRequest(PageRequest.MAX_LIMIT, cursor));
            page.items().stream().filter(p -> p.state() != Participant.State.GONE).map(Participant::id).forEach(present::add);
            cursor = page.next();
        } while (cursor != null);
        return present;
    }

    private static boolean descending(String order) {
        return switch (order) {
            case "asc" -> false;
            case "desc" -> true;
            default -> throw Problem.invalid("order", "must be asc or desc.").exception();
        };
    }

    private static <E extends Enum<E>> E word(String field, @Nullable String value, Class<E> type, E otherwise) {
        if (value == null) {
            return otherwise;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(value)) {
                return constant;
            }
        }
        throw Problem.invalid(field, "is not one of the known words.").exception();
    }
}
