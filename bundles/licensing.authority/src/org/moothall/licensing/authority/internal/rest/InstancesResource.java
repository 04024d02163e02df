package org.moothall.licensing.authority.internal.rest;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.Problem;
import org.moothall.licensing.authority.Instances;
import org.moothall.licensing.authority.Licences;
import org.moothall.licensing.authority.ProductInstance;
import org.moothall.licensing.authority.VirtualAccountId;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Servers that get their licences here, and what is reserved for them. */
@Component(service = InstancesResource.class)
@JakartarsResource
@Path("authority-instances")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class InstancesResource {

    private final Instances instances;

    /** Serves these. */
    @Activate
    public InstancesResource(@Reference Instances instances) {
        this.instances = instances;
    }

    /** By what servers know this authority. @param publicKey 64 hexadecimal digits, to be compared by eye */
    public record AuthorityKey(String publicKey) {}

    /** What is to be installed on the server. */
    public record AuthorizationCode(String authorizationCode) {}

    /** A code that the server showed. */
    public record CodeOfServer(@Nullable String code) {
        String text() {
            return Fields.required("code", code);
        }
    }

    @GET
    @RequiresPermission(Permissions.READ)
    @Described("Lists the servers that get their licences here, by id.")
    public Page<ProductInstance> list(
            @QueryParam("virtualAccount") @Described("Only instances of the virtual account with this id.") @Nullable String virtualAccount,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return instances.list(virtualAccount == null ? null : new VirtualAccountId(virtualAccount), Requests.page(limit, cursor));
    }

    @GET
    @Path("key")
    @RequiresPermission(Permissions.READ)
    @Described("Shows the public key by which servers know this authority, to be compared by eye.")
    public AuthorityKey key() {
        return new AuthorityKey(instances.key().hex());
    }

    @GET
    @Path("{id}")
    @RequiresPermission(Permissions.READ)
    @Described("Shows an instance: how it is registered, what it uses and what is reserved for it.")
    public ProductInstance get(@PathParam("id") String id) {
        return instances.find(Fields.instance(id)).orElseThrow(() -> Problem.notFound("instance", id).exception());
    }

    @DELETE
    @Path("{id}")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing-authority.remove-instance")
    @Described("Removes a registered instance that cannot deregister by itself. One with a reservation is given back by its return code instead.")
    public void delete(@PathParam("id") String id, @Context ContainerRequestContext request) {
        Requests.audit(request, "name", get(id).name());
        instances.remove(Fields.instance(id));
    }

    @GET
    @Path("{id}/reservation")
    @RequiresPermission(Permissions.MANAGE)
    @Described("Shows the newest authorization code of a reservation once more, for who lost it.")
    public AuthorizationCode authorization(@PathParam("id") String id) {
        return new AuthorizationCode(instances.authorization(Fields.instance(id)));
    }

    @PUT
    @Path("{id}/reservation")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing-authority.change-reservation")
    @Described("Changes a specific reservation to these numbers, which replace what was. The answer is to be installed on the server.")
    public AuthorizationCode change(@PathParam("id") String id, Licences licences, @Context ContainerRequestContext request) {
        Requests.audit(request, "from", String.valueOf(get(id).reservation()));
        Requests.audit(request, "to", licences.toString());
        return new AuthorizationCode(instances.change(Fields.instance(id), licences));
    }

    @POST
    @Path("{id}/reservation/confirmation")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing-authority.confirm-reservation")
    @Described("Enters the confirmation code that the server showed when it had installed a change. What it gave up is free then.")
    public ProductInstance confirm(@PathParam("id") String id, CodeOfServer code, @Context ContainerRequestContext request) {
        Requests.audit(request, "name", get(id).name());
        return instances.confirm(Fields.instance(id), code.text());
    }

    @POST
    @Path("{id}/reservation/return")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("licensing-authority.return-reservation")
    @Described("Enters the return code that the server showed: its licences are free and the instance is removed.")
    public void giveBack(@PathParam("id") String id, CodeOfServer code, @Context ContainerRequestContext request) {
        Requests.audit(request, "name", get(id).name());
        instances.giveBack(Fields.instance(id), code.text());
    }
}
