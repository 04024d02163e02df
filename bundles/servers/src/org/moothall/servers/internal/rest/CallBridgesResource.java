package org.moothall.servers.internal.rest;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.PeerCertificate;
import org.moothall.core.Problem;
import org.moothall.core.Secret;
import org.moothall.core.Trust;
import org.moothall.security.Access;
import org.moothall.servers.AddedCallBridge;
import org.moothall.servers.CallBridge;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.NewCallBridge;
import org.moothall.servers.Servers.CallBridgeChange;
import org.moothall.servers.internal.ConfiguredServers;
import org.moothall.web.Audited;
import org.moothall.web.Bodies;
import org.moothall.web.Created;
import org.moothall.web.Described;
import org.moothall.web.EntityTags;
import org.moothall.web.Requests;
import org.moothall.web.RequiresPermission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

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
import jakarta.ws.rs.core.SecurityContext;

/** Configured Call Bridges. */
@Component(service = CallBridgesResource.class)
@JakartarsResource
@Path("call-bridges")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CallBridgesResource {

    private final ConfiguredServers servers;
    private final Access access;

    /** Serves these. */
    @Activate
    public CallBridgesResource(@Reference ConfiguredServers servers, @Reference Access access) {
        this.servers = servers;
        this.access = access;
    }

    /** A bridge to add; {@code discover} adds the rest of its cluster with the same credentials and trust. */
    public record Addition(@Nullable String address, @Nullable String user, @Nullable String password, @Nullable String name, @Nullable Trust trust,
            @Nullable String clusterName, @Nullable Boolean discover) {

        NewCallBridge bridge() {
            return new NewCallBridge(Bodies.text("address", address), Bodies.text("user", user), Secret.of(Bodies.text("password", password)), name,
                    trust, clusterName);
        }

        @Override
        public String toString() {
            return "Addition[address=" + address + "]";
        }
    }

    /** What changes; what is missing stays. */
    public record Change(@Nullable String address, @Nullable String user, @Nullable String password, @Nullable String name, @Nullable Trust trust) {

        CallBridgeChange change() {
            String secret = password;
            return new CallBridgeChange(address, user, secret == null ? null : Secret.of(secret), name, trust);
        }

        @Override
        public String toString() {
            return "Change[address=" + address + "]";
        }
    }

    /** Whose certificate to show. */
    public record Inspected(@Nullable String address) {}

    @Described("Lists all Call Bridges that the caller may see, with their state.")
    @GET
    @RequiresPermission(Permissions.READ)
    public Page<CallBridge> list(@Context SecurityContext context) {
        return Page.all(
                servers.callBridges().stream().filter(bridge -> access.may(Requests.caller(context), Permissions.READ, bridge.cluster().value())).toList());
    }

    @Described("Adds a Call Bridge after testing it, and the rest of its cluster when asked to. With the same credentials and the same rule of trust.")
    @POST
    @RequiresPermission(Permissions.MANAGE)
    @Audited("servers.add")
    public Created<AddedCallBridge> create(@Nullable Addition addition, @Context ContainerRequestContext request) {
        Addition wanted = Bodies.present(addition);
        Requests.audit(request, "address", String.valueOf(wanted.address()));
        CallBridge bridge = servers.add(wanted.bridge());
        AddedCallBridge added = new AddedCallBridge(bridge, Boolean.TRUE.equals(wanted.discover()) ? servers.discovery().addRest(bridge.cluster()) : List.of());
        return new Created<>("call-bridges/" + bridge.id().value(), added);
    }

    @Described("Shows the certificate that an address presents, to be compared before it is pinned. Sends nothing else there.")
    @POST
    @Path("certificate")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("servers.inspect-certificate")
    public PeerCertificate certificate(@Nullable Inspected inspected) {
        return servers.certificate(Bodies.text("address", Bodies.present(inspected).address()));
    }

    @Described("Shows a Call Bridge with its state.")
    @GET
    @Path("{id}")
    @RequiresPermission(Permissions.READ)
    public CallBridge get(@PathParam("id") String id, @Context SecurityContext context) {
        return allowed(id, Permissions.READ, context);
    }

    @Described("Changes a Call Bridge after testing what changed. What is left out stays.")
    @PATCH
    @Path("{id}")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("servers.update")
    public CallBridge update(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Change change,
            @Context SecurityContext context, @Context ContainerRequestContext request) {
        CallBridge old = allowed(id, Permissions.MANAGE, context);
        Long version = EntityTags.required(ifMatch);
        Change wanted = Bodies.present(change);
        Requests.audit(request, "address", String.valueOf(wanted.address()));
        return servers.update(old.id(), wanted.change(), version == null ? old.version() : version);
    }

    @Described("Forgets a Call Bridge. Our receiver is taken off it; the last one takes its cluster along.")
    @DELETE
    @Path("{id}")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("servers.remove")
    public void delete(@PathParam("id") String id, @Context SecurityContext context, @Context ContainerRequestContext request) {
        CallBridge bridge = allowed(id, Permissions.MANAGE, context);
        Requests.audit(request, "name", bridge.name());
        servers.remove(bridge.id());
    }

    private CallBridge allowed(String id, String permission, SecurityContext context) {
        CallBridge bridge = servers.findCallBridge(new CallBridgeId(id)).orElseThrow(() -> Problem.notFound("Call Bridge", id).exception());
        access.require(Requests.caller(context), permission, bridge.cluster().value());
        return bridge;
    }
}
