package org.moothall.mediaengine.callbridge.internal.events;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;

/** One line of a client's subscription list, and what was sent for it. Guarded by its session. */
final class Subscription {

    private final Key key;
    private final Map<UUID, Facts> sent = new HashMap<>();
    private boolean over;

    /** What a client asks for. @param call empty for the list of all calls */
    record Key(int index, String type, Optional<UUID> call, List<String> elements) {
        Key {
            elements = List.copyOf(elements);
        }

        boolean roster() {
            return "callRoster".equals(type);
        }
    }

    /** What to tell of one object. @param kind {@code add}, {@code update} or {@code remove} */
    record Update(UUID id, String kind, Map<String, Object> values) {}

    Subscription(Key key) {
        this.key = key;
    }

    Key key() {
        return key;
    }

    boolean over() {
        return over;
    }

    /** Its call ended. */
    void end() {
        over = true;
    }

    /** What it was told of so far. */
    Set<UUID> known() {
        return Set.copyOf(sent.keySet());
    }

    /** What changed of these objects since the last time, reduced to the subscribed elements. @param now without those that are gone */
    List<Update> changes(Collection<UUID> looked, Map<UUID, Facts> now) {
        List<Update> updates = new ArrayList<>();
        for (UUID id : looked) {
            if (!now.containsKey(id) && sent.remove(id) != null) {
                updates.add(new Update(id, "remove", Map.of()));
            }
        }
        now.forEach((id, facts) -> change(id, facts).ifPresent(updates::add));
        return updates;
    }

    private Optional<Update> change(UUID id, Facts facts) {
        @Nullable Facts before = sent.put(id, facts);
        if (facts.equals(before)) {
            return Optional.empty();
        }
        Map<String, Object> changed = new LinkedHashMap<>();
        for (String element : key.elements()) {
            @Nullable Object value = facts.get(element);
            if (value != null && (before == null || !Objects.equals(value, before.get(element)))) {
                changed.put(element, value);
            }
        }
        return before != null && changed.isEmpty() ? Optional.empty() : Optional.of(new Update(id, before == null ? "add" : "update", changed));
    }
}
