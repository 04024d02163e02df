package org.moothall.web.internal.rest;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.Problem;
import org.moothall.core.Secret;
import org.moothall.core.Versioned;
import org.moothall.security.Role;
import org.moothall.security.User;
import org.moothall.security.UserId;
import org.moothall.security.Users;
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

import com.fasterxml.jackson.annotation.JsonProperty;
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
import jakarta.ws.rs.core.SecurityContext;

/** The local users. */
@Component(service = UsersResource.class)
@JakartarsResource
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class UsersResource {

    private final Users users;

    /** Made by the component runtime. */
    @Activate
    public UsersResource(@Reference Users users) {
        this.users = users;
    }

    /** A user to add. @param password null to have one made up */
    public record NewUser(@Nullable String name, @Nullable String password, @Nullable Role role) {}

    /** Who was added. @param initialPassword the generated one, shown this once */
    public record AddedUser(@JsonUnwrapped User user, @Nullable String initialPassword) implements Versioned {
        @Override
        public long version() {
            return user.version();
        }
    }

    /** What to change; what is absent stays. */
    public record UserChange(@Nullable String name, @Nullable Role role) {}

    /** A change of the caller's own password. */
    public record PasswordChange(@Nullable String old, @JsonProperty("new") @Nullable String next) {}

    @Described("Lists users by name.")
    @GET
    @RequiresPermission("users.manage")
    public Page<User> list(@QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return users.list(Requests.page(limit, cursor));
    }

    @Described("Adds a user. Without a password one is made up and told in this answer only.")
    @POST
    @RequiresPermission("users.manage")
    @Audited("users.add")
    public Created<AddedUser> add(NewUser added, @Context ContainerRequestContext request) {
        String name = Bodies.required("name", added.name());
        Role role = Bodies.required("role", added.role());
        String password = added.password();
        Requests.audit(request, "name", name);
        Requests.audit(request, "role", role.name());
        Users.NewUser result = users.add(name, password == null ? null : Secret.of(password), role);
        Secret generated = result.initialPassword();
        return new Created<>("users/" + result.user().id().value(), new AddedUser(result.user(), generated == null ? null : generated.reveal()));
    }

    @Described("Shows a user.")
    @GET
    @Path("{id}")
    @RequiresPermission("users.manage")
    public User get(@PathParam("id") String id) {
        return users.find(new UserId(id)).orElseThrow(() -> Problem.notFound("user", id).exception());
    }

    @Described("Changes a user's name or role. What is left out stays; the user's sessions have the new permissions at once.")
    @PATCH
    @Path("{id}")
    @RequiresPermission("users.manage")
    @Audited("users.change")
    public User change(@PathParam("id") String id, UserChange change, @HeaderParam("If-Match") @Nullable String version,
            @Context ContainerRequestContext request) {
        String name = change.name();
        Role role = change.role();
        if (name != null) {
            Requests.audit(request, "name", name);
        }
        if (role != null) {
            Requests.audit(request, "role", role.name());
        }
        return users.change(new UserId(id), EntityTags.optional(version), name, role);
    }

    @Described("Removes a user and ends the user's sessions.")
    @DELETE
    @Path("{id}")
    @RequiresPermission("users.manage")
    @Audited("users.remove")
    public void remove(@PathParam("id") String id) {
        users.remove(new UserId(id));
    }

    @Described("Changes the caller's own password.")
    @POST
    @Path("current/password")
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @Audited("users.change-password")
    public void changePassword(PasswordChange change, @Context SecurityContext caller) {
        users.changePassword(Requests.caller(caller), Secret.of(Bodies.required("old", change.old())), Secret.of(Bodies.required("new", change.next())));
    }
}
