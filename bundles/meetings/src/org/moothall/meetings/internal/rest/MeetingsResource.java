package org.moothall.meetings.internal.rest;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.Problem;
import org.moothall.meetings.History;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingAt;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Meetings;
import org.moothall.meetings.OperatorActions.MeetingChange;
import org.moothall.meetings.OperatorActions.MeetingOutcomes;
import org.moothall.meetings.OperatorActions.Message;
import org.moothall.meetings.OperatorActions.NewMeeting;
import org.moothall.meetings.OperatorActions.Undone;
import org.moothall.meetings.Timeline;
import org.moothall.web.Audited;
import org.moothall.web.Bodies;
import org.moothall.web.Created;
import org.moothall.web.Described;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Live and past meetings, and what operators do with a whole meeting. */
@Component(service = MeetingsResource.class)
@JakartarsResource
@Path("meetings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MeetingsResource {

    private final Meetings meetings;
    private final History history;
    private final AllowedMeetings allowed;

    /** Answers for these meetings. */
    @Activate
    public MeetingsResource(@Reference Meetings meetings, @Reference History history, @Reference AllowedMeetings allowed) {
        this.meetings = meetings;
        this.history = history;
        this.allowed = allowed;
    }

    /** Which meeting was begun. */
    public record Started(MeetingId id) {}

    /** What to undo: the token that came with the outcomes. */
    public record Undo(@Nullable String undo) {}

    @Described("Lists meetings: those that go on, have ended or are scheduled. With an instant: those that went on then, or had ended by then.")
    @GET
    @RequiresPermission(Permissions.READ)
    public Page<MeetingAt> list(@QueryParam("at") @Nullable String at,
            @Described("active (default), upcoming or ended.") @QueryParam("state") @Nullable String state, @QueryParam("q") @Nullable String text,
            @QueryParam("cluster") @Nullable String cluster,
            @Described("Only of the space of this id; of those that ended this is the history of the space.") @QueryParam("space") @Nullable String space,
            @Described("true: only those that operators pinned.") @QueryParam("pinned") @Nullable Boolean pinned,
            @Described("name, start (default), participants or end.") @QueryParam("sort") @Nullable String sort,
            @QueryParam("order") @Nullable String order,
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor, @Context ContainerRequestContext request) {
        allowed.require(cluster, Permissions.READ, request);
        MeetingQuery.Sort by = Bodies.word("sort", sort, MeetingQuery.Sort.class, MeetingQuery.Sort.START);
        boolean descending = order == null ? by != MeetingQuery.Sort.NAME : descending(order);
        MeetingQuery query = new MeetingQuery(Bodies.word("state", state, MeetingState.class, MeetingState.ACTIVE), text == null ? "" : text, cluster, by,
                descending, Requests.page(limit, cursor), Boolean.TRUE.equals(pinned), space);
        return at == null ? meetings.find(query).map(MeetingAt::now) : history.find(query, Bodies.instant("at", at));
    }

    @Described("Shows a meeting as it is, or as it was at an instant. What nobody watched at that instant is left out and named as unknown.")
    @GET
    @Path("{id}")
    @RequiresPermission(Permissions.READ)
    public MeetingAt get(@PathParam("id") String id, @QueryParam("at") @Nullable String at, @Context ContainerRequestContext request) {
        Meeting meeting = allowed.find(id, Permissions.READ, request);
        return at == null ? MeetingAt.now(meeting) : history.meeting(meeting.id(), Bodies.instant("at", at));
    }

    @Described("Shows the course of a meeting: how many people were in it when, and when nobody watched.")
    @GET
    @Path("{id}/timeline")
    @RequiresPermission(Permissions.READ)
    public Timeline timeline(@PathParam("id") String id, @Context ContainerRequestContext request) {
        return history.timeline(allowed.find(id, Permissions.READ, request).id());
    }

    @Described("Begins a meeting in a space. Where one goes on there already, answers that one.")
    @POST
    @RequiresPermission(Permissions.OPERATE)
    @Audited("meetings.start")
    public Created<Started> start(@Nullable NewMeeting meeting, @Context ContainerRequestContext request) {
        NewMeeting wanted = Bodies.present(meeting);
        allowed.require(Bodies.required("cluster", wanted.cluster()).value(), Permissions.OPERATE, request);
        Requests.audit(request, "space", Bodies.required("space", wanted.space()));
        MeetingId begun = allowed.acting(request).start(wanted);
        return new Created<>("meetings/" + begun.value(), new Started(begun));
    }

    @Described("Changes a whole meeting on all its Call Bridges. Locks it, records or streams it, mutes newcomers, shows a message, gives newcomers a layout, "
            + "places people in panes. What is left out stays. Answers an outcome for each Call Bridge, and a token to undo it.")
    @PATCH
    @Path("{id}")
    @RequiresPermission(Permissions.OPERATE)
    @Audited("meetings.change-meeting")
    public MeetingOutcomes changeMeeting(@PathParam("id") String id, @Nullable MeetingChange change, @Context ContainerRequestContext request) {
        Meeting meeting = allowed.operable(id, request);
        MeetingChange wanted = Bodies.present(change);
        Message message = wanted.message();
        if (message != null) {
            Bodies.required("message.text", message.text());
        }
        Requests.audit(request, "change", wanted.toString());
        return allowed.acting(request).change(meeting.id(), wanted);
    }

    @Described("Undoes an action on a meeting. The token came with the outcomes of the action; it counts once, for 15 minutes.")
    @POST
    @Path("{id}/undo")
    @RequiresPermission(Permissions.OPERATE)
    @Audited("meetings.undo")
    public Undone undo(@PathParam("id") String id, @Nullable Undo undo, @Context ContainerRequestContext request) {
        Meeting meeting = allowed.operable(id, request);
        return allowed.acting(request).undo(meeting.id(), Bodies.required("undo", Bodies.present(undo).undo()));
    }

    @Described("Ends a meeting on all its Call Bridges. Everybody is disconnected; this cannot be undone.")
    @DELETE
    @Path("{id}")
    @RequiresPermission(Permissions.OPERATE)
    @Audited("meetings.end")
    public void end(@PathParam("id") String id, @Context ContainerRequestContext request) {
        allowed.acting(request).end(allowed.operable(id, request).id());
    }

    private static boolean descending(String order) {
        return switch (order) {
            case "asc" -> false;
            case "desc" -> true;
            default -> throw Problem.invalid("order", "must be asc or desc.").exception();
        };
    }
}
