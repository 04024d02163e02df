package org.moothall.meetings.internal;

import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.net.Https;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What administrators set about meetings, and what comes of it. Thread-safe. */
@Component(service = MeetingSettings.class)
public final class MeetingSettings {

    private final MeetingsRoom room;
    private final Reachability reachability;

    /** For this room. */
    @Activate
    public MeetingSettings(@Reference MeetingsRoom room, @Reference Https https) {
        this.room = room;
        reachability = new Reachability(https);
    }

    /**
     * Under which address Call Bridges reach us with their records.
     *
     * @param address {@code host[:port]}, or null for this host's name
     * @param effective {@code host:port} where no cluster has its own; null while the port is not open
     * @param reachable whether something answers there from here
     * @param problem why not
     */
    public record CdrSettings(@Nullable String address, @Nullable String effective, boolean reachable, @Nullable String problem) {}

    /** The address; tries whether something answers there. */
    public CdrSettings cdr() {
        @Nullable String effective = Absent.orNull(room.address().effective(null));
        Optional<String> problem = effective == null ? Optional.of("The port is not open yet.") : reachability.problem(effective);
        return new CdrSettings(Absent.orNull(room.address().setting()), effective, problem.isEmpty(), Absent.orNull(problem));
    }

    /** Changes the address, null for this host's name; Call Bridges are told. */
    public CdrSettings cdr(@Nullable String address) {
        room.address().set(address);
        room.addressChanged();
        return cdr();
    }

    /** How many requests a second each Call Bridge is asked for its meetings. */
    public int requestsPerSecond() {
        return room.budget().perSecond();
    }

    /** Changes it; 1 to 1000. */
    public void requestsPerSecond(int wanted) {
        room.budget().set(wanted);
    }
}
