package org.moothall.mediaengine;

import java.util.Map;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;

/**
 * An object of the cluster's configuration, such as a profile or a rule. The same on every bridge; the newest version wins.
 *
 * @param collection as in the API's path, for example {@code callLegProfiles}
 * @param owner the object it belongs to, null for one of its own
 * @param settings by API parameter name; a parameter that is not set is absent
 * @param version grows with each change on any bridge
 * @param removed a removed object is remembered so that a bridge that was away learns of it
 */
public record Item(UUID id, String collection, @Nullable UUID owner, Map<String, String> settings, long version, boolean removed) {

    public Item {
        settings = Map.copyOf(settings);
    }

    /** The value of this parameter, empty when it is not set. */
    public String get(String parameter) {
        return settings.getOrDefault(parameter, "");
    }
}
