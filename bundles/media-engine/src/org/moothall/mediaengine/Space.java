package org.moothall.mediaengine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A permanent virtual meeting room (coSpace). The same on every bridge of a cluster; the newest version wins.
 *
 * @param settings by API parameter name; a parameter that is not set is absent
 * @param version grows with each change on any bridge
 * @param removed a removed space is remembered so that a bridge that was away learns of it
 * @spec meeting-server-wire §1.9
 */
public record Space(UUID id, Map<String, String> settings, long version, boolean removed) {

    public Space {
        settings = Map.copyOf(settings);
    }

    /** The value of this parameter, empty when it is not set. */
    public String get(String parameter) {
        return settings.getOrDefault(parameter, "");
    }

    /** What people call it. */
    public String name() {
        return get("name");
    }

    /** These parameters changed; an empty value unsets. */
    public Space with(Map<String, String> changes, long newVersion) {
        return new Space(id, merged(settings, changes), newVersion, removed);
    }

    /** Gone since this version. */
    public Space withoutLife(long newVersion) {
        return new Space(id, settings, newVersion, true);
    }

    static Map<String, String> merged(Map<String, String> before, Map<String, String> changes) {
        Map<String, String> after = new LinkedHashMap<>(before);
        changes.forEach((name, value) -> {
            if (value.isEmpty()) {
                after.remove(name);
            } else {
                after.put(name, value);
            }
        });
        return after;
    }
}
