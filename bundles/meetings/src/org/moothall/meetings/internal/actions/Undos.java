package org.moothall.meetings.internal.actions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Id;
import org.moothall.core.Problem;

/**
 * How to undo what was done a moment ago; each once. Thread-safe.
 *
 * @param <K> what it was done to
 * @param <T> what undoes it
 */
public final class Undos<K extends Id, T> {

    private static final Duration LIFE = Duration.ofMinutes(15);

    private final Clock clock;
    private final int most;
    private final Map<String, Kept<K, T>> kept = new LinkedHashMap<>();

    private record Kept<K, T>(K subject, Instant at, T undo) {}

    /** Keeps {@code most}: the oldest makes room for another. */
    public Undos(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    /** Keeps it and gives the token. */
    public synchronized String keep(K subject, T undo) {
        if (kept.size() >= most) {
            kept.remove(kept.keySet().iterator().next());
        }
        String token = UUID.randomUUID().toString();
        kept.put(token, new Kept<>(subject, clock.instant(), undo));
        return token;
    }

    /** Gives it away; a problem when there is nothing to undo under this token. */
    public synchronized T take(K subject, String token) {
        @Nullable Kept<K, T> found = kept.get(token);
        if (found == null || !found.subject().equals(subject) || found.at().plus(LIFE).isBefore(clock.instant())) {
            throw Problem.about(subject.value(), ActionProblem.NO_UNDO, "It was undone already, or is too long ago.").exception();
        }
        kept.remove(token);
        return found.undo();
    }
}
