package org.moothall.meetings.internal.rest;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.DeskChange;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingDesk;
import org.moothall.meetings.internal.DeskService;
import org.moothall.web.Audited;
import org.moothall.web.Bodies;
import org.moothall.web.Described;
import org.moothall.web.Requests;
import org.moothall.web.RequiresPermission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

import com.fasterxml.jackson.annotation.JsonProperty;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** What operators share about a meeting. */
@Component(service = DeskResource.class)
@JakartarsResource
@Path("meetings/{id}/desk")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DeskResource {

    private final DeskService desk;
    private final AllowedMeetings allowed;

    /** Answers for this desk. */
    @Activate
    public DeskResource(@Reference DeskService desk, @Reference AllowedMeetings allowed) {
        this.desk = desk;
        this.allowed = allowed;
    }

    /** A {@link DeskChange} whose note goes away by null as well as by an empty text; no record, which could not tell null from nothing. */
    public static final class DeskBody {

        private @Nullable Boolean pinned;
        private @Nullable Boolean lookedAfter;
        private @Nullable String note;

        /** Pins the space, or takes the pin away. */
        @JsonProperty
        public void setPinned(@Nullable Boolean value) {
            pinned = value;
        }

        /** Whether the caller looks after the meeting, or nobody. */
        @JsonProperty
        public void setLookedAfter(@Nullable Boolean value) {
            lookedAfter = value;
        }

        /** Up to 2000 characters; null or empty takes it away. */
        @JsonProperty
        public void setNote(@Nullable String value) {
            note = value == null ? "" : value;
        }

        DeskChange change() {
            return new DeskChange(pinned, lookedAfter, note);
        }
    }

    @Described("Pins a meeting, looks after it or notes something on it. All operators see it. A pin sticks to the space and comes back with its next "
            + "meeting; care and note belong to this meeting. What is left out stays; a note of null goes away. Answers what operators share about it then.")
    @PATCH
    @RequiresPermission(Permissions.OPERATE)
    @Audited("meetings.change-desk")
    public MeetingDesk changeDesk(@PathParam("id") String id, @Nullable DeskBody body, @Context ContainerRequestContext request) {
        Meeting meeting = allowed.operable(id, request);
        DeskChange change = Bodies.present(body).change();
        Requests.audit(request, "change", change.toString());
        return desk.change(meeting, change, AllowedMeetings.user(request));
    }
}
