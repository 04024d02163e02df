package org.moothall.meetings.internal.rest;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.meetings.History;
import org.moothall.meetings.LogEntry;
import org.moothall.meetings.MeetingId;
import org.moothall.web.Described;
import org.moothall.web.Requests;
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

/** What happened in a meeting. */
@Component(service = LogResource.class)
@JakartarsResource
@Path("meetings/{id}/log")
@Produces(MediaType.APPLICATION_JSON)
public final class LogResource {

    private final History history;
    private final AllowedMeetings allowed;

    /** Answers from this history. */
    @Activate
    public LogResource(@Reference History history, @Reference AllowedMeetings allowed) {
        this.history = history;
        this.allowed = allowed;
    }

    @Described("A page of a meeting's event log, in the order in which it was heard. Each entry has the Call Bridge's time and ours and is never stamped "
            + "again.")
    @GET
    @RequiresPermission(Permissions.READ)
    public Page<LogEntry> log(@PathParam("id") String id, @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor,
            @Context ContainerRequestContext request) {
        return history.log(allowed.find(id, Permissions.READ, request).id(), Requests.page(limit, cursor));
    }

    @Described("Downloads a meeting's whole event log as comma-separated values. Times are in UTC.")
    @GET
    @Path("csv")
    @Produces("text/csv; charset=utf-8")
    @RequiresPermission(Permissions.READ)
    public String logCsv(@PathParam("id") String id, @Context ContainerRequestContext request) {
        LogFile csv = new LogFile();
        history.wholeLog(allowed.find(id, Permissions.READ, request).id(), csv::add);
        return csv.text();
    }

    @Described("Downloads a meeting's whole event log as JSON.")
    @GET
    @Path("json")
    @RequiresPermission(Permissions.READ)
    public List<LogEntry> logJson(@PathParam("id") String id, @Context ContainerRequestContext request) {
        MeetingId meeting = allowed.find(id, Permissions.READ, request).id();
        List<LogEntry> all = new ArrayList<>();
        history.wholeLog(meeting, all::addAll);
        return all;
    }
}
