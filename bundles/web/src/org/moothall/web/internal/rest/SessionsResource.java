package org.moothall.web.internal.rest;

import java.lang.reflect.Method;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.core.Secret;
import org.moothall.security.Authentication;
import org.moothall.security.SecurityProblem;
import org.moothall.security.Session;
import org.moothall.web.Audited;
import org.moothall.web.Bodies;
import org.moothall.web.Created;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Signing in and out. */
@Component(service = SessionsResource.class)
@JakartarsResource
@Path("sessions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionsResource {

    private final Authentication authentication;

    /** Signs in here. */
    @Activate
    public SessionsResource(@Reference Authentication authentication) {
        this.authentication = authentication;
    }

    /** What signing in takes. */
    public record Credentials(@Nullable String user, @Nullable String password) {}

    static boolean isSignIn(Method method) {
        return method.getDeclaringClass() == SessionsResource.class && method.getName().equals("create");
    }

    @Described("Signs in. Answers the token that all other requests carry as Bearer; the only operation that needs none.")
    @POST
    @Audited("security.sign-in")
    public Created<Session> create(Credentials credentials, @Context ContainerRequestContext request, @HeaderParam("User-Agent") @Nullable String agent) {
        String user = Bodies.text("user", credentials.user());
        String password = Bodies.text("password", credentials.password());
        String source = String.valueOf(request.getProperty(Requests.SOURCE));
        try {
            return new Created<>("sessions/current", authentication.signIn(user, Secret.of(password), source, agent));
        } catch (ProblemException e) {
            if (e.problem().code() == SecurityProblem.THROTTLED) {
                throw new RetryLater(e, authentication.retryAfter(user, source));
            }
            throw e;
        }
    }

    @Described("Shows the session that the request came with: whose it is, what it permits and when it ends.")
    @GET
    @Path("current")
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    public Session current(@Context ContainerRequestContext request) {
        return authentication.find(token(request))
                .orElseThrow(() -> Problem.of(SecurityProblem.NOT_SIGNED_IN, "The session ended meanwhile. Sign in again.").exception());
    }

    @Described("Signs out: the token counts no more.")
    @DELETE
    @Path("current")
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @Audited("security.sign-out")
    public void end(@Context ContainerRequestContext request) {
        authentication.end(token(request));
    }

    private static String token(ContainerRequestContext request) {
        return String.valueOf(request.getProperty(Requests.TOKEN));
    }
}
