package org.moothall.licensing.authority.internal.rest;

import java.time.Duration;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.Problem;
import org.moothall.licensing.authority.Accounts;
import org.moothall.licensing.authority.Instances;
import org.moothall.licensing.authority.Licences;
import org.moothall.licensing.authority.Reservation;
import org.moothall.licensing.authority.Token;
import org.moothall.licensing.authority.TokenId;
import org.moothall.licensing.authority.VirtualAccount;
import org.moothall.licensing.authority.VirtualAccountId;
import org.moothall.web.Audited;
import org.moothall.web.Created;
import org.moothall.web.EntityTags;
import org.moothall.web.Requests;
import org.moothall.web.RequiresPermission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Licences that were bought for one deployment, the tokens to register with, and reservations. */
@Component(service = VirtualAccountsResource.class)
@JakartarsResource
@Path("authority/virtual-accounts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class VirtualAccountsResource {

    private static final Duration USUAL = Duration.ofDays(30);

    private final Accounts accounts;
    private final Instances instances;

    /** Serves these. */
    @Activate
    public VirtualAccountsResource(@Reference Accounts accounts, @Reference Instances instances) {
        this.accounts = accounts;
        this.instances = instances;
    }

    /** What changes; what is missing stays. */
    public record Change(@Nullable String name, @Nullable Licences bought) {}

    /** A token to issue. @param validity seconds; 30 days when left out @param uses 1 when left out */
    public record NewToken(@Nullable Boolean exportControlled, @Nullable Duration validity, @Nullable Integer uses) {}

    /** What was issued. @param text to register with; shown this once */
    public record IssuedToken(@JsonUnwrapped Token token, String text) {
        @Override
        public String toString() {
            return "IssuedToken[token=" + token + "]";
        }
    }

    /** A reservation to make. @param licences needed for a specific one */
    public record NewReservation(@Nullable String requestCode, Reservation.@Nullable Kind kind, @Nullable Licences licences) {}

    /** What is to be installed on the server. */
    public record AuthorizationCode(String authorizationCode) {}

    /** One virtual account with what of it is reserved. */
    @GET
    @RequiresPermission(Permissions.READ)
    public VirtualAccount get(@PathParam("id") String id) {
        return accounts.find(new VirtualAccountId(id)).orElseThrow(() -> Problem.notFound("virtual account", id).exception());
    }

    /** Changes its name, or the numbers of licences bought for it. */
    @PATCH
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing-authority.update-virtual-account")
    public VirtualAccount update(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, Change change,
            @Context ContainerRequestContext request) {
        VirtualAccount old = get(id);
        Long version = EntityTags.required(ifMatch);
        Requests.audit(request, "from", old.bought().toString());
        Requests.audit(request, "to", change.toString());
        return accounts.update(old.id(), change.name(), change.bought(), version == null ? old.version() : version);
    }

    /** Closes a virtual account that has no instances; its tokens are revoked. */
    @DELETE
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing-authority.remove-virtual-account")
    public void delete(@PathParam("id") String id, @Context ContainerRequestContext request) {
        VirtualAccount old = get(id);
        Requests.audit(request, "name", old.name());
        accounts.remove(old.id());
    }

    /** Tokens that are still good, newest first. */
    @GET
    @Path("tokens")
    @RequiresPermission(Permissions.READ)
    public Page<Token> tokens(@PathParam("id") String id) {
        return Page.all(accounts.tokens(new VirtualAccountId(id)));
    }

    /** Issues a token with which servers register here. */
    @POST
    @Path("tokens")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing-authority.issue-token")
    public Created<IssuedToken> issue(@PathParam("id") String id, NewToken wanted, @Context ContainerRequestContext request) {
        Duration validity = wanted.validity();
        Integer uses = wanted.uses();
        Requests.audit(request, "token", wanted.toString());
        Accounts.Issued issued = accounts.issue(new VirtualAccountId(id), Boolean.TRUE.equals(wanted.exportControlled()), validity == null ? USUAL : validity,
                uses == null ? 1 : uses, Requests.caller(request.getSecurityContext()).name());
        String path = "authority/virtual-accounts/" + id + "/tokens/" + issued.token().id().value();
        return new Created<>(path, new IssuedToken(issued.token(), issued.text().reveal()));
    }

    /** Makes a token useless; who registered with it stays. */
    @DELETE
    @Path("tokens/{token}")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing-authority.revoke-token")
    public void revoke(@PathParam("id") String id, @PathParam("token") String token, @Context ContainerRequestContext request) {
        Requests.audit(request, "virtualAccount", get(id).name());
        accounts.revoke(new TokenId(token));
    }

    /** Reserves licences for the server whose request code this is. */
    @POST
    @Path("reservations")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing-authority.reserve")
    public AuthorizationCode reserve(@PathParam("id") String id, NewReservation wanted, @Context ContainerRequestContext request) {
        Reservation.Kind kind = Fields.required("kind", wanted.kind());
        Licences licences = kind == Reservation.Kind.UNIVERSAL ? Licences.NONE : Fields.required("licences", wanted.licences());
        Requests.audit(request, "reservation", kind + " " + licences);
        return new AuthorizationCode(instances.reserve(new VirtualAccountId(id), Fields.required("requestCode", wanted.requestCode()), kind, licences));
    }

    /** The first page of this virtual account's instances; further ones are read at {@code authority/instances}. */
    @GET
    @Path("instances")
    @RequiresPermission(Permissions.READ)
    public Page<org.moothall.licensing.authority.ProductInstance> instances(@PathParam("id") String id) {
        return instances.list(get(id).id(), new PageRequest(PageRequest.MAX_LIMIT, null));
    }
}
