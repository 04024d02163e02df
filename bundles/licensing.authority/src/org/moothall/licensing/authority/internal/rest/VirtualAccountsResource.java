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
import org.moothall.web.Described;
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
@Path("authority-virtual-accounts/{id}")
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

    @GET
    @RequiresPermission(Permissions.READ)
    @Described("Shows a virtual account: what was bought for it and what of it is reserved.")
    public VirtualAccount get(@PathParam("id") String id) {
        return accounts.find(new VirtualAccountId(id)).orElseThrow(() -> Problem.notFound("virtual account", id).exception());
    }

    @PATCH
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing-authority.update-virtual-account")
    @Described("Changes the name of a virtual account, or how many licences it has. Fewer than are reserved are refused.")
    public VirtualAccount update(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, Change change,
            @Context ContainerRequestContext request) {
        VirtualAccount old = get(id);
        Long version = EntityTags.required(ifMatch);
        Requests.audit(request, "from", old.bought().toString());
        Requests.audit(request, "to", change.toString());
        return accounts.update(old.id(), change.name(), change.bought(), version == null ? old.version() : version);
    }

    @DELETE
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing-authority.remove-virtual-account")
    @Described("Closes a virtual account that has no instances any more. Its tokens are revoked.")
    public void delete(@PathParam("id") String id, @Context ContainerRequestContext request) {
        VirtualAccount old = get(id);
        Requests.audit(request, "name", old.name());
        accounts.remove(old.id());
    }

    @GET
    @Path("tokens")
    @RequiresPermission(Permissions.READ)
    @Described("Lists the registration tokens that are still good, the newest first.")
    public Page<Token> tokens(@PathParam("id") String id) {
        return Page.all(accounts.tokens(new VirtualAccountId(id)));
    }

    @POST
    @Path("tokens")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing-authority.issue-token")
    @Described("Issues a token with which servers register in this virtual account. Its text is shown this once.")
    public Created<IssuedToken> issue(@PathParam("id") String id, NewToken wanted, @Context ContainerRequestContext request) {
        Duration validity = wanted.validity();
        Integer uses = wanted.uses();
        Requests.audit(request, "token", wanted.toString());
        Accounts.Issued issued = accounts.issue(new VirtualAccountId(id), Boolean.TRUE.equals(wanted.exportControlled()), validity == null ? USUAL : validity,
                uses == null ? 1 : uses, Requests.caller(request.getSecurityContext()).name());
        String path = "authority-virtual-accounts/" + id + "/tokens/" + issued.token().id().value();
        return new Created<>(path, new IssuedToken(issued.token(), issued.text().reveal()));
    }

    @DELETE
    @Path("tokens/{token}")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing-authority.revoke-token")
    @Described("Revokes a token. Servers that registered with it stay registered.")
    public void revoke(@PathParam("id") String id, @PathParam("token") @Described("Id of the token.") String token, @Context ContainerRequestContext request) {
        Requests.audit(request, "virtualAccount", get(id).name());
        accounts.revoke(new TokenId(token));
    }

    @POST
    @Path("reservations")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing-authority.reserve")
    @Described("Reserves licences for a server without a connection. The answer is the authorization code to be installed there.")
    public AuthorizationCode reserve(@PathParam("id") String id, NewReservation wanted, @Context ContainerRequestContext request) {
        Reservation.Kind kind = Fields.required("kind", wanted.kind());
        Licences licences = kind == Reservation.Kind.UNIVERSAL ? Licences.NONE : Fields.required("licences", wanted.licences());
        Requests.audit(request, "reservation", kind + " " + licences);
        return new AuthorizationCode(instances.reserve(new VirtualAccountId(id), Fields.required("requestCode", wanted.requestCode()), kind, licences));
    }

    @GET
    @Path("instances")
    @RequiresPermission(Permissions.READ)
    @Described("Lists the first 1,000 instances of a virtual account; further ones are listed by the resource of instances.")
    public Page<org.moothall.licensing.authority.ProductInstance> instances(@PathParam("id") String id) {
        return instances.list(get(id).id(), new PageRequest(PageRequest.MAX_LIMIT, null));
    }
}
