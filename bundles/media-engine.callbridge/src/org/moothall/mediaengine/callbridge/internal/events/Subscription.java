package org.moothall.mediaengine.callbridge.internal.events;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;

/** One line of a client's subscription list, and what was sent for it. Guarded by its session. */
final class Subscription {

    private final Key key;
    /** The values of the elements in their order, null where there is none: thousands of people are kept like this. */
    private final Map<UUID, @Nullable Object[]> sent = new HashMap<>();
    private boolean over;

    /** What a client asks for. @param call empty for the list of all calls */
    record Key(int index, String type, Optional<UUID> call, List<String> elements) {
        Key {
            elements = List.copyOf(elements);
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
    List<Update> changes(Collection<UUID> looked, Map<UUID, Map<String, Object>> now) {
        List<Update> updates = new ArrayList<>();
        for (UUID id : looked) {
            if (!now.containsKey(id) && sent.remove(id) != null) {
                updates.add(new Update(id, "remove", Map.of()));
            }
        }
        now.forEach((id, all) -> change(id, all).ifPresent(updates::add));
        return updates;
    }

    private Optional<Update> change(UUID id, Map<String, Object> all) {
        @Nullable Object[] before = sent.get(id);
        @Nullable Object[] after = new @Nullable Object[key.elements().size()];
        Map<String, Object> changed = new LinkedHashMap<>();
        for (int i = 0; i < after.length; i++) {
            String element = key.elements().get(i);
            if (all.containsKey(element)) {
                Object value = all.get(element);
                after[i] = value;
                if (before == null || !value.equals(before[i])) {
                    changed.put(element, value);
                }
            }
        }
        if (before != null && changed.isEmpty()) {
            return Optional.empty();
        }
        sent.put(id, after);
        return Optional.of(new Update(id, before == null ? "add" : "update", changed));
    }
}
