package org.moothall.meetings.internal.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.Problem;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.Meetings;
import org.moothall.meetings.OperatorActions;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ParticipantId;
import org.moothall.security.Access;
import org.moothall.web.Requests;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import jakarta.ws.rs.container.ContainerRequestContext;

/** Meetings that the caller may see or act on, and whom a request means. */
@Component(service = AllowedMeetings.class)
public final class AllowedMeetings {

    private static final int MOST = 10_000;

    private final Meetings meetings;
    private final OperatorActions actions;
    private final Access access;

    /** Of these meetings. */
    @Activate
    public AllowedMeetings(@Reference Meetings meetings, @Reference OperatorActions actions, @Reference Access access) {
        this.meetings = meetings;
        this.actions = actions;
        this.access = access;
    }

    /** Refuses who has not this permission for this cluster, or for any when none is named. */
    void require(@Nullable String cluster, String permission, ContainerRequestContext request) {
        access.require(Requests.caller(request.getSecurityContext()), permission, cluster);
    }

    /** What operators do, in the name of who is asking. */
    OperatorActions acting(ContainerRequestContext request) {
        return actions.by(user(request));
    }

    /** The meeting of this id, if the caller has this permission for its cluster. */
    Meeting find(String id, String permission, ContainerRequestContext request) {
        Meeting meeting = meetings.find(new MeetingId(id)).orElseThrow(() -> Problem.notFound("meeting", id).exception());
        require(meeting.cluster().value(), permission, request);
        return meeting;
    }

    /** The meeting of this id, if the caller may act on it. */
    Meeting operable(String id, ContainerRequestContext request) {
        Meeting meeting = find(id, Permissions.OPERATE, request);
        Requests.audit(request, "meeting", meeting.name());
        return meeting;
    }

    /** Who is asking. */
    static String user(ContainerRequestContext request) {
        return Requests.caller(request.getSecurityContext()).name();
    }

    /** Those who are named, or everybody who is there. */
    List<ParticipantId> meant(MeetingId meeting, @Nullable List<String> named) {
        if (named == null) {
            return present(meeting);
        }
        if (named.size() > MOST || named.stream().anyMatch(Objects::isNull)) {
            throw Problem.invalid("participants", "must be at most " + MOST + " ids.").exception();
        }
        return named.stream().distinct().map(ParticipantId::new).toList();
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
}
