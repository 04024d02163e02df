package org.moothall.meetings.internal.attendant;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ProblemException;
import org.moothall.meetings.LockMode;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.internal.link.FollowedBridge;
import org.moothall.meetings.internal.link.FollowedBridges;
import org.moothall.servers.spi.ApiElement;
import org.moothall.servers.spi.CallBridgeConnection;
import org.moothall.servers.spi.FailureReason;

/**
 * Asks whom a lock keeps waiting, once each time that a meeting is locked: it stands in the call profile of the space, of its tenant or
 * of the whole cluster, and the nearest one that says it counts. Used by one thread. @spec wire §1.12
 */
final class LockModes {

    private static final long ANSWER_SECONDS = 30;

    private final FollowedBridges bridges;
    private final Set<MeetingId> asked = new HashSet<>();

    LockModes(FollowedBridges bridges) {
        this.bridges = bridges;
    }

    /** Looks at the meeting; problems when a bridge cannot be read, then it is to be tried again. */
    void look(Meeting meeting) {
        if (!meeting.locked()) {
            asked.remove(meeting.id());
        } else if (!asked.contains(meeting.id())) {
            bridge(meeting).ifPresent(bridge -> {
                LockMode mode = mode(bridge.reading(), meeting.space());
                bridges.ask(meeting.cluster(), p -> {
                    p.legs().lockMode(meeting.id(), mode);
                    return true;
                });
                asked.add(meeting.id());
            });
        }
    }

    /** The meeting is over. */
    void forget(MeetingId meeting) {
        asked.remove(meeting);
    }

    private Optional<FollowedBridge> bridge(Meeting meeting) {
        return bridges.ask(meeting.cluster(), p -> p.callsOf(meeting.id()).keySet()).orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).join().stream()
                .flatMap(id -> bridges.find(id).stream()).findFirst();
    }

    private static LockMode mode(CallBridgeConnection bridge, @Nullable String space) {
        Optional<ApiElement> room = space == null ? Optional.empty() : read(bridge, "coSpaces/" + space);
        Stream<Supplier<Optional<ApiElement>>> levels = Stream.of(() -> room, () -> named(bridge, "tenants/", room, "tenant"),
                () -> read(bridge, "system/profiles"));
        String word = levels.map(level -> named(bridge, "callProfiles/", level.get(), "callProfile").map(profile -> profile.text("lockMode")).orElse(""))
                .filter(told -> !told.isEmpty()).findFirst().orElse("");
        return word.equals("needsActivation") ? LockMode.NEEDS_ACTIVATION : LockMode.ALL;
    }

    /** The object of a collection whose id stands in a field of another. */
    private static Optional<ApiElement> named(CallBridgeConnection bridge, String collection, Optional<ApiElement> holder, String field) {
        return holder.map(object -> object.text(field)).filter(id -> !id.isEmpty()).flatMap(id -> read(bridge, collection + id));
    }

    /** Empty where there is no such object any more. */
    private static Optional<ApiElement> read(CallBridgeConnection bridge, String path) {
        try {
            return Optional.of(bridge.get(path, Map.of()));
        } catch (ProblemException e) {
            if (FailureReason.isMissing(e.problem())) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
