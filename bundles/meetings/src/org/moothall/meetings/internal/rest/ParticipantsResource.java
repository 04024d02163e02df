package org.moothall.meetings.internal.rest;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.meetings.History;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.Meetings;
import org.moothall.meetings.MoveWarning;
import org.moothall.meetings.Meetings.Outcome;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.OperatorActions.NewParticipant;
import org.moothall.meetings.OperatorActions.Outcomes;
import org.moothall.meetings.ParticipantAt;
import org.moothall.meetings.ParticipantId;
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

/** Who is or was in a meeting, and what operators do with them. */
@Component(service = ParticipantsResource.class)
@JakartarsResource
@Path("meetings/{id}/participants")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ParticipantsResource {

    private final Meetings meetings;
    private final History history;
    private final AllowedMeetings allowed;

    /** Answers for these meetings. */
    @Activate
    public ParticipantsResource(@Reference Meetings meetings, @Reference History history, @Reference AllowedMeetings allowed) {
        this.meetings = meetings;
        this.history = history;
        this.allowed = allowed;
    }

    /** Whom is meant; without {@code participants} everybody who is there. */
    public record Whom(@Nullable List<String> participants) {}

    /** Who is called. */
    public record Called(ParticipantId id) {}

    /** Whom to move where; without {@code participants} everybody who is there. */
    public record Move(@Nullable List<String> participants, @Nullable String to) {}

    /** What there is to know. */
    public record Warnings(List<MoveWarning> warnings) {}

    /** What to change; without {@code participants} everybody who is there. */
    public record BulkChange(@Nullable List<String> participants, @Nullable Boolean audioMuted, @Nullable Boolean videoMuted, @Nullable String layout,
            @Nullable Integer importance, @Nullable Boolean inLobby) {

        ParticipantChange change() {
            return new ParticipantChange(audioMuted, videoMuted, layout, importance, inLobby);
        }
    }

    @Described("Lists a meeting's participants, those present first. With an instant: those who were there then, and how.")
    @GET
    @RequiresPermission(Permissions.READ)
    public Page<ParticipantAt> participants(@PathParam("id") String id, @QueryParam("q") @Nullable String text, @QueryParam("at") @Nullable String at,
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor, @Context ContainerRequestContext request) {
        MeetingId meeting = allowed.find(id, Permissions.READ, request).id();
        String query = text == null ? "" : text;
        PageRequest page = Requests.page(limit, cursor);
        return at == null ? meetings.participants(meeting, query, page).map(ParticipantAt::now)
                : history.participants(meeting, Bodies.instant("at", at), query, page);
    }

    @Described("Calls somebody into a meeting. Answers who that is; that they picked up is told by the event stream.")
    @POST
    @RequiresPermission(Permissions.OPERATE)
    @Audited("meetings.add-participant")
    public Created<Called> addParticipant(@PathParam("id") String id, @Nullable NewParticipant participant, @Context ContainerRequestContext request) {
        Meeting meeting = allowed.operable(id, request);
        NewParticipant wanted = Bodies.present(participant);
        Requests.audit(request, "address", Bodies.required("address", wanted.address()));
        ParticipantId called = allowed.acting(request).add(meeting.id(), wanted);
        return new Created<>("meetings/" + id + "/participants/" + called.value(), new Called(called));
    }

    @Described("Changes several participants of a meeting, or all who are there. Mutes, lays out, gives importance, lets in from the lobby or sends back to "
            + "it. What is left out stays. Answers an outcome for each participant, and a token to undo it.")
    @PATCH
    @RequiresPermission(Permissions.OPERATE)
    @Audited("meetings.change-participants")
    public Outcomes changeMany(@PathParam("id") String id, @Nullable BulkChange change, @Context ContainerRequestContext request) {
        Meeting meeting = allowed.operable(id, request);
        BulkChange wanted = Bodies.present(change);
        Requests.audit(request, "change", wanted.toString());
        return allowed.acting(request).change(meeting.id(), allowed.meant(meeting.id(), wanted.participants()), wanted.change());
    }

    @Described("Changes one participant. What is left out stays.")
    @PATCH
    @Path("{participant}")
    @RequiresPermission(Permissions.OPERATE)
    @Audited("meetings.change-participant")
    public Outcome change(@PathParam("id") String id, @PathParam("participant") String participant, @Nullable ParticipantChange change,
            @Context ContainerRequestContext request) {
        Meeting meeting = allowed.operable(id, request);
        ParticipantChange wanted = Bodies.present(change);
        Requests.audit(request, "change", wanted.toString());
        return allowed.acting(request).change(meeting.id(), List.of(new ParticipantId(participant)), wanted).outcomes().get(0);
    }

    @Described("Drops a participant.")
    @DELETE
    @Path("{participant}")
    @RequiresPermission(Permissions.OPERATE)
    @Audited("meetings.drop-participant")
    public Outcome drop(@PathParam("id") String id, @PathParam("participant") String participant, @Context ContainerRequestContext request) {
        Meeting meeting = allowed.operable(id, request);
        return allowed.acting(request).drop(meeting.id(), List.of(new ParticipantId(participant))).outcomes().get(0);
    }

    @Described("Drops several participants of a meeting, or all who are there. Answers an outcome for each; undone by calling them back.")
    @POST
    @Path("drop")
    @RequiresPermission(Permissions.OPERATE)
    @Audited("meetings.drop-participants")
    public Outcomes dropMany(@PathParam("id") String id, @Nullable Whom whom, @Context ContainerRequestContext request) {
        Meeting meeting = allowed.operable(id, request);
        return allowed.acting(request).drop(meeting.id(), allowed.meant(meeting.id(), Bodies.present(whom).participants()));
    }

    @Described("Calls back participants who are gone, under their address and with their name. Answers an outcome for each; undone by dropping them.")
    @POST
    @Path("call-back")
    @RequiresPermission(Permissions.OPERATE)
    @Audited("meetings.call-back")
    public Outcomes callBack(@PathParam("id") String id, @Nullable Whom whom, @Context ContainerRequestContext request) {
        Meeting meeting = allowed.operable(id, request);
        List<String> named = Bodies.required("participants", Bodies.present(whom).participants());
        return allowed.acting(request).callBack(meeting.id(), allowed.meant(meeting.id(), named));
    }

    @Described("Moves participants to another meeting of the same cluster. Without ids all who are there. Answers an outcome for each with the new id; undone "
            + "by moving them back.")
    @POST
    @Path("move")
    @RequiresPermission(Permissions.OPERATE)
    @Audited("meetings.move-participants")
    public Outcomes move(@PathParam("id") String id, @Nullable Move move, @Context ContainerRequestContext request) {
        Meeting meeting = allowed.operable(id, request);
        Move wanted = Bodies.present(move);
        Meeting target = allowed.find(Bodies.required("to", wanted.to()), Permissions.OPERATE, request);
        Requests.audit(request, "to", target.name());
        return allowed.acting(request).move(meeting.id(), allowed.meant(meeting.id(), wanted.participants()), target.id());
    }

    @Described("Tells what there is to know before participants are moved. Who cannot be moved and why, and what will be different where they come; nothing "
            + "is changed.")
    @POST
    @Path("move-check")
    @RequiresPermission(Permissions.OPERATE)
    @Audited("meetings.check-move")
    public Warnings checkMove(@PathParam("id") String id, @Nullable Move move, @Context ContainerRequestContext request) {
        Meeting meeting = allowed.operable(id, request);
        Move wanted = Bodies.present(move);
        Meeting target = allowed.find(Bodies.required("to", wanted.to()), Permissions.OPERATE, request);
        return new Warnings(allowed.acting(request).checkMove(meeting.id(), allowed.meant(meeting.id(), wanted.participants()), target.id()));
    }
}
