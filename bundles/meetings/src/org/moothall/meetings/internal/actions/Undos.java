package org.moothall.meetings.internal.actions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.OperatorActions.Undone;

/** How to undo what was done a moment ago; each once. Thread-safe. */
final class Undos {

    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final int MOST = 1_000;

    private final Clock clock;
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    private record Kept(MeetingId meeting, Instant at, Supplier<Undone> undo) {}

    Undos(Clock clock) {
        this.clock = clock;
    }

    /** Keeps it and gives the token. */
    synchronized String keep(MeetingId meeting, Supplier<Undone> undo) {
        if (kept.size() >= MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
        String token = UUID.randomUUID().toString();
        kept.put(token, new Kept(meeting, clock.instant(), undo));
        return token;
    }

    Undone run(MeetingId meeting, String token) {
        return take(meeting, token).get();
    }

    private synchronized Supplier<Undone> take(MeetingId meeting, String token) {
        @Nullable Kept found = kept.get(token);
        if (found == null || !found.meeting().equals(meeting) || found.at().plus(LIFE).isBefore(clock.instant())) {
            throw Problem.about(meeting.value(), ActionProblem.NO_UNDO, "It was undone already, or is too long ago.").exception();
        }
        kept.remove(token);
        return found.undo();
    }
}
