package org.moothall.meetings.internal;

import java.time.Duration;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ProblemException;
import org.moothall.net.Https;
import org.moothall.web.Audited;
import org.moothall.web.Requests;
import org.moothall.web.RequiresPermission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Under which address Call Bridges reach us with their records. */
@Component(service = CdrSettingsResource.class)
@JakartarsResource
@Path("settings/cdr")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CdrSettingsResource {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final MeetingsRoom room;
    private final Https https;

    /** Answers for this room. */
    @Activate
    public CdrSettingsResource(@Reference MeetingsRoom room, @Reference Https https) {
        this.room = room;
        this.https = https;
    }

    /**
     * The setting and what comes of it.
     *
     * @param address {@code host[:port]}, or null for this host's name
     * @param effective {@code host:port} where no cluster has its own; null while the port is not open
     * @param reachable whether something answers there from here
     * @param problem why not
     */
    public record CdrSettings(@Nullable String address, @Nullable String effective, boolean reachable, @Nullable String problem) { }

    /** What to set. */
    public record NewCdrSettings(@Nullable String address) { }

    /** The setting. */
    @GET
    @RequiresPermission(Declarations.MANAGE)
    public CdrSettings get() {
        @Nullable String effective = Absent.orNull(room.address().effective(null));
        Optional<String> problem = effective == null ? Optional.of("The port is not open yet.") : unreachable(effective);
        return new CdrSettings(Absent.orNull(room.address().setting()), effective, problem.isEmpty(), Absent.orNull(problem));
    }

    /** Changes the setting; Call Bridges are told the new address. */
    @PUT
    @RequiresPermission(Declarations.MANAGE)
    @Audited("settings.change-cdr")
    public CdrSettings put(NewCdrSettings wanted, @Context ContainerRequestContext request) {
        Requests.audit(request, "from", room.address().setting().orElse(""));
        Requests.audit(request, "to", String.valueOf(wanted.address()));
        room.address().set(wanted.address());
        room.addressChanged();
        return get();
    }

    private Optional<String> unreachable(String address) {
        int colon = address.lastIndexOf(':');
        try {
            https.inspect(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)), PATIENCE);
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem().detail());
        }
    }
}
