package com.example.acme.server;

import java.util.List;

import org.moothall.core.Page;
import org.moothall.web.Described;
import org.moothall.web.RequiresPermission;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /api/v1/acme/rooms}: the rooms that Acme has fitted out. */
@Component(service = RoomsResource.class)
@JakartarsResource
@Path("acme/rooms")
@Produces(MediaType.APPLICATION_JSON)
public final class RoomsResource {

    /** A room. @param seats how many people it holds */
    public record Room(String id, String name, int seats) {}

    @Described("Lists all rooms.")
    @GET
    @RequiresPermission("acme.read")
    public Page<Room> list() {
        return Page.all(List.of(new Room("1", "Great hall", 120), new Room("2", "Snug", 4)));
    }
}
