package org.moothall.webhooks.internal.rest;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.Problem;
import org.moothall.core.Secret;
import org.moothall.core.Trust;
import org.moothall.core.Versioned;
import org.moothall.web.Audited;
import org.moothall.web.Bodies;
import org.moothall.web.Created;
import org.moothall.web.Described;
import org.moothall.web.EntityTags;
import org.moothall.web.Requests;
import org.moothall.web.RequiresPermission;
import org.moothall.webhooks.Delivery;
import org.moothall.webhooks.NewWebhook;
import org.moothall.webhooks.Webhook;
import org.moothall.webhooks.WebhookId;
import org.moothall.webhooks.Webhooks;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Who is sent change events. */
@Component(service = WebhooksResource.class)
@JakartarsResource
@Path("webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class WebhooksResource {

    private final Webhooks webhooks;

    /** Serves these. */
    @Activate
    public WebhooksResource(@Reference Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** A webhook to add. @param after id of the event to begin after; what happens from now on when it is left out */
    public record Subscription(@Nullable String url, @Nullable List<String> eventTypes, @Nullable String name, @Nullable String secret, @Nullable Trust trust,
            @Nullable Long after) {

        NewWebhook webhook() {
            String text = secret;
            return new NewWebhook(Bodies.required("url", url), Bodies.required("eventTypes", eventTypes), name, text == null ? null : Secret.of(text), trust,
                    after);
        }

        @Override
        public String toString() {
            return "Subscription[url=" + url + "]";
        }
    }

    /** What was added. @param secret shown this once */
    public record Subscribed(@JsonUnwrapped Webhook webhook, String secret) implements Versioned {
        @Override
        public long version() {
            return webhook.version();
        }

        @Override
        public String toString() {
            return "Subscribed[webhook=" + webhook + "]";
        }
    }

    /** What changes; what is missing stays. */
    public record Change(@Nullable String url, @Nullable List<String> eventTypes, @Nullable String name, @Nullable String secret, @Nullable Trust trust,
            @Nullable Boolean paused) {

        Webhooks.Change change() {
            String text = secret;
            return new Webhooks.Change(url, eventTypes, name, text == null ? null : Secret.of(text), trust, paused);
        }

        @Override
        public String toString() {
            return "Change[url=" + url + "]";
        }
    }

    /** From where to send again. @param after id of the last event that is not sent again */
    public record Replay(@Nullable Long after) {}

    @Described("Lists all webhooks by name.")
    @GET
    @RequiresPermission(Permissions.MANAGE)
    public Page<Webhook> list() {
        return Page.all(webhooks.all());
    }

    @Described("Adds a webhook: the caller's change events are posted to an address. Only events that the caller may see are sent, signed, in order and tried "
            + "again. The secret that signs them is told in this answer only.")
    @POST
    @RequiresPermission(Permissions.MANAGE)
    @Audited("webhooks.add")
    public Created<Subscribed> create(Subscription subscription, @Context ContainerRequestContext request) {
        Requests.audit(request, "url", String.valueOf(subscription.url()));
        Webhooks.Added added = webhooks.add(subscription.webhook(), Requests.caller(request.getSecurityContext()).user());
        return new Created<>("webhooks/" + added.webhook().id().value(), new Subscribed(added.webhook(), added.secret().reveal()));
    }

    @Described("Shows a webhook and how far it is.")
    @GET
    @Path("{id}")
    @RequiresPermission(Permissions.MANAGE)
    public Webhook get(@PathParam("id") String id) {
        return webhooks.find(new WebhookId(id)).orElseThrow(() -> Problem.notFound("webhook", id).exception());
    }

    @Described("Changes a webhook; what failed before is tried at once. What is left out stays.")
    @PATCH
    @Path("{id}")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("webhooks.update")
    public Webhook update(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, Change change,
            @Context ContainerRequestContext request) {
        Webhook old = get(id);
        Long version = EntityTags.required(ifMatch);
        Requests.audit(request, "url", String.valueOf(change.url()));
        return webhooks.update(old.id(), change.change(), version == null ? old.version() : version);
    }

    @Described("Removes a webhook: nothing more is sent.")
    @DELETE
    @Path("{id}")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("webhooks.remove")
    public void delete(@PathParam("id") String id, @Context ContainerRequestContext request) {
        Webhook old = get(id);
        Requests.audit(request, "url", old.url());
        webhooks.remove(old.id());
    }

    @Described("Sends again all that happened after an event.")
    @POST
    @Path("{id}/replay")
    @RequiresPermission(Permissions.MANAGE)
    @Audited("webhooks.replay")
    public Webhook replay(@PathParam("id") String id, Replay replay, @Context ContainerRequestContext request) {
        long after = Bodies.required("after", replay.after());
        Requests.audit(request, "after", after);
        return webhooks.replay(new WebhookId(id), after);
    }

    @Described("Lists the last attempts to deliver, the newest first.")
    @GET
    @Path("{id}/deliveries")
    @RequiresPermission(Permissions.MANAGE)
    public Page<Delivery> deliveries(@PathParam("id") String id, @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return webhooks.deliveries(new WebhookId(id), Requests.page(limit, cursor));
    }
}
