package org.moothall.licensing.internal.rest;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.licensing.Registration;
import org.moothall.licensing.Reservations;
import org.moothall.web.Audited;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Licences that are reserved for this server by codes. */
@Component(service = ReservationResource.class)
@JakartarsResource
@Path("licensing/registration")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ReservationResource {

    private final Reservations reservations;

    /** Serves this. */
    @Activate
    public ReservationResource(@Reference Reservations reservations) {
        this.reservations = reservations;
    }

    /** Whose codes are believed. @param key public key, 64 hexadecimal digits */
    public record Authority(@Nullable String key) {}

    /** A code of the authority. */
    public record Authorization(@Nullable String code) {}

    @Described("Shows how licences are reserved for this server, with the code that is to be carried to the authority.")
    @GET
    @RequiresPermission(Permissions.MANAGE)
    public Registration registration() {
        return reservations.now();
    }

    @Described("Says whose codes are believed: the public key that the authority shows.")
    @PUT
    @Path("authority")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing.trust-authority")
    public Registration trust(@Nullable Authority authority, @Context ContainerRequestContext request) {
        String key = Parameters.required("key", Parameters.required("body", authority).key());
        Requests.audit(request, "key", key);
        return reservations.trust(key);
    }

    @Described("Generates a reservation request code, or shows the one that is pending.")
    @POST
    @Path("request")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing.request-reservation")
    public Registration generateRequest() {
        return reservations.request();
    }

    @Described("Cancels the pending reservation request.")
    @DELETE
    @Path("request")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing.cancel-reservation")
    public Registration cancelRequest() {
        return reservations.cancel();
    }

    @Described("Installs a reservation authorization code: what it reserves is allocated and replaces what was. A code that is refused changes nothing.")
    @POST
    @Path("authorization")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing.install-reservation")
    public Registration install(@Nullable Authorization authorization, @Context ContainerRequestContext request) {
        String code = Parameters.required("code", Parameters.required("body", authorization).code());
        return reservations.install(code, Requests.caller(request.getSecurityContext()).name());
    }

    @Described("Says that the confirmation code has been entered at the authority, so that it is no longer shown.")
    @POST
    @Path("confirmation-entered")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing.confirm-reservation")
    public Registration confirmationEntered() {
        return reservations.confirmationEntered();
    }

    @Described("Returns the reserved licences: nothing is allocated any more, and the return code that the authority needs is shown.")
    @POST
    @Path("return")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing.return-reservation")
    public Registration giveBack(@Context ContainerRequestContext request) {
        return reservations.giveBack(Requests.caller(request.getSecurityContext()).name());
    }
}
