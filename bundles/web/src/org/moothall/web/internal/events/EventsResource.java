package org.moothall.web.internal.events;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.web.Described;
import org.moothall.web.Requests;
import org.moothall.web.RequiresPermission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** The event stream. Who sees which events is decided event by event. */
@Component(service = EventsResource.class)
@JakartarsResource
@Path("events")
public final class EventsResource {

    private final EventStreams streams;

    /** Made by the component runtime. */
    @Activate
    public EventsResource(@Reference EventStreams streams) {
        this.streams = streams;
    }

    @Described("Streams what changes, as server-sent events, from now on or since an event. Only what the caller may see. An event named reset says that it "
            + "was too long ago: read everything again. An urgent event that cannot be kept yet comes without an id, and again with one. A comment every 15 "
            + "seconds shows that the stream is alive.")
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @NonNullByDefault({})
    public void subscribe(@Context SseEventSink sink, @Context Sse sse, @Context ContainerRequestContext request,
            @Described("Id of the event heard last: what came after it is sent first.") @HeaderParam("Last-Event-ID") String last,
            @Described("The same, for those who cannot send the header.") @QueryParam("after") String after) {
        Long position = position(last == null || last.isEmpty() ? after : last);
        streams.serve(new SseSubscriber(sink, sse), String.valueOf(request.getProperty(Requests.TOKEN)), position);
    }

    static @Nullable Long position(@Nullable String id) {
        if (id == null || id.isEmpty()) {
            return null;
        }
        if (!id.matches("[0-9]{1,18}")) {
            throw Problem.invalid("after", "must be the id of an event.").exception();
        }
        return Long.valueOf(id);
    }
}
