package org.moothall.meetings.internal.intake;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.Nullable;

/** When each Call Bridge reached us last, since we were started. Thread-safe. */
public final class Arrivals {

    private final Map<String, Arrival> last = new ConcurrentHashMap<>();

    /** @param contact when anything came, be it empty @param record when records were kept, or null when none were */
    public record Arrival(Instant contact, @Nullable Instant record) {}

    void contact(String bridge, Instant now) {
        last.merge(bridge, new Arrival(now, null), (before, here) -> new Arrival(now, before.record()));
    }

    void records(String bridge, Instant now) {
        last.put(bridge, new Arrival(now, now));
    }

    /** When this bridge reached us last; nothing when it did not. */
    public Optional<Arrival> of(String bridge) {
        return Optional.ofNullable(last.get(bridge));
    }
}
