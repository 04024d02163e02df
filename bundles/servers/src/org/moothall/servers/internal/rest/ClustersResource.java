package org.moothall.servers.internal.rest;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.Problem;
import org.moothall.security.Access;
import org.moothall.servers.Cluster;
import org.moothall.servers.ClusterId;
import org.moothall.servers.DiscoveredCallBridge;
import org.moothall.servers.DiscoveryOutcome;
import org.moothall.servers.Servers.ClusterChange;
import org.moothall.servers.internal.ConfiguredServers;
import org.moothall.servers.internal.Discovery;
import org.moothall.web.Audited;
import org.moothall.web.Bodies;
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

/** Clusters of Call Bridges. */
@Component(service = ClustersResource.class)
@JakartarsResource
@Path("clusters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ClustersResource {

    private final ConfiguredServers servers;
    private final Access access;

    /** Serves these. */
    @Activate
    public ClustersResource(@Reference ConfiguredServers servers, @Reference Access access) {
        this.servers = servers;
        this.access = access;
    }

    /** Which discovered bridges to add. */
    public record Additions(@Nullable List<Discovery.Choice> callBridges) {}

    @Described("Lists all clusters that the caller may see.")
    @GET
    @RequiresPermission(Permissions.READ)
    public Page<Cluster> list(@Context SecurityContext context) {
        return Page.all(servers.clusters().stream().filter(cluster -> access.may(Requests.caller(context), Permissions.READ, cluster.id().value())).toList());
    }

    @Described("Shows a cluster.")
    @GET
    @Path("{id}")
    @RequiresPermission(Permissions.READ)
    public Cluster get(@PathParam("id") String id, @Context SecurityContext context) {
        return allowed(id, Permissions.READ, context);
    }

    @Described("Changes a cluster's name, meeting management or address for records. Meeting management off takes us off its receivers and events at once; on "
            + "again reads it anew. What is left out stays.")
    @PATCH
    @Path("{id}")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("servers.update-cluster")
    public Cluster update(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable ClusterChange change,
            @Context SecurityContext context, @Context ContainerRequestContext request) {
        Cluster old = allowed(id, Permissions.MANAGE, context);
        Long version = EntityTags.required(ifMatch);
        Cluster cluster = servers.update(old.id(), Bodies.present(change), version == null ? old.version() : version);
        Requests.audit(request, "from", old);
        Requests.audit(request, "to", cluster);
        return cluster;
    }

    @Described("Forgets a cluster and its Call Bridges. Our receivers are taken off them, and meetings that went on end here as unknown.")
    @DELETE
    @Path("{id}")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("servers.remove-cluster")
    public void delete(@PathParam("id") String id, @Context SecurityContext context, @Context ContainerRequestContext request) {
        Cluster cluster = allowed(id, Permissions.MANAGE, context);
        Requests.audit(request, "name", cluster.name());
        servers.remove(cluster.id());
    }

    @Described("Lists the Call Bridges that a cluster's Call Bridges name as its members, and which of them are added.")
    @GET
    @Path("{id}/discovery")
    @RequiresPermission(Permissions.MANAGE)
    public Page<DiscoveredCallBridge> discover(@PathParam("id") String id, @Context SecurityContext context) {
        return Page.all(servers.discover(allowed(id, Permissions.MANAGE, context).id()));
    }

    @Described("Adds discovered Call Bridges side by side. Those that are named, or all that are missing. Answers a result for each.")
    @POST
    @Path("{id}/discovery")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("servers.add-discovered")
    public Page<DiscoveryOutcome> addDiscovered(@PathParam("id") String id, @Nullable Additions additions, @Context SecurityContext context,
            @Context ContainerRequestContext request) {
        ClusterId cluster = allowed(id, Permissions.MANAGE, context).id();
        List<Discovery.Choice> choices = additions == null ? null : additions.callBridges();
        List<DiscoveryOutcome> outcomes = choices == null ? servers.discovery().addRest(cluster) : servers.discovery().add(cluster, choices);
        Requests.audit(request, "added", outcomes.stream().filter(DiscoveryOutcome::added).map(DiscoveryOutcome::address).toList());
        return Page.all(outcomes);
    }

    private Cluster allowed(String id, String permission, SecurityContext context) {
        Cluster cluster = servers.findCluster(new ClusterId(id)).orElseThrow(() -> Problem.notFound("cluster", id).exception());
        access.require(Requests.caller(context), permission, id);
        return cluster;
    }
}
