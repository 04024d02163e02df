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

/** One line of a client's subscription list, and what was sent for it. Guarded by its session. */
final class Subscription {

    private final Key key;
    private final Map<UUID, Map<String, Object>> sent = new HashMap<>();
    private boolean over;

    /** What a client asks for. @param call empty for the list of all calls */
    record Key(int index, String type, Optional<UUID> call, List<String> elements) {
        Key {
            elements = List.copyOf(elements);
        }
    }

    /** What to tell of one object. @param kind {@code add}, {@code update} or {@code remove} */
    record Update(UUID id, String kind, Map<String, Object> values) { }

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
        now.forEach((id, all) -> change(id, wanted(all)).ifPresent(updates::add));
        return updates;
    }

    private Optional<Update> change(UUID id, Map<String, Object> values) {
        boolean known = sent.containsKey(id);
        Map<String, Object> changed = new LinkedHashMap<>(values);
        if (known) {
            Map<String, Object> before = sent.get(id);
            changed.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
        }
        sent.put(id, values);
        return known && changed.isEmpty() ? Optional.empty() : Optional.of(new Update(id, known ? "update" : "add", changed));
    }

    private Map<String, Object> wanted(Map<String, Object> all) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        for (String element : key.elements()) {
            if (all.containsKey(element)) {
                wanted.put(element, all.get(element));
            }
        }
        return wanted;
    }
}
