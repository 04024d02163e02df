package org.moothall.mediaengine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the profiles of a cluster say for a call or a leg: the lowest level that has a value wins. Thread-safe. @spec meeting-server-wire §1.12 */
public final class Profiles {

    /** The settings that hold the profiles of everybody. */
    public static final String SYSTEM = "system/profiles";

    private final Catalogue catalogue;

    /** A profile that applies. @param scope the level, as the API names it */
    public record Applied(String scope, Item profile) {}

    /** The profiles in this catalogue. */
    public Profiles(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What the call profiles say for a call in this space. */
    public Map<String, String> call(Optional<Space> space) {
        return merged(levels("callProfile", "callProfiles", space));
    }

    /** What the call leg profiles say for this leg. @param own the profile named when the leg was made, or empty */
    public Map<String, String> leg(Optional<Space> space, String userJid, String own) {
        return merged(trace(space, userJid, own));
    }

    /** The call leg profiles that apply to a leg, the general ones first. */
    public List<Applied> trace(Optional<Space> space, String userJid, String own) {
        List<Applied> found = levels("callLegProfile", "callLegProfiles", space);
        if (space.isPresent() && !userJid.isEmpty()) {
            catalogue.list("coSpaceUsers", space.get().id()).stream().filter(user -> userJid.equalsIgnoreCase(user.get("userJid")))
                    .forEach(user -> add(found, "coSpaceUser", "callLegProfiles", user.get("callLegProfile")));
        }
        add(found, "callOut", "callLegProfiles", own);
        return found;
    }

    private List<Applied> levels(String parameter, String collection, Optional<Space> space) {
        List<Applied> found = new ArrayList<>();
        add(found, "global", collection, catalogue.single(SYSTEM).getOrDefault(parameter, ""));
        space.ifPresent(room -> {
            find("tenants", room.get("tenant")).ifPresent(tenant -> add(found, "tenant", collection, tenant.get(parameter)));
            add(found, "coSpace", collection, room.get(parameter));
        });
        return found;
    }

    private void add(List<Applied> found, String scope, String collection, String id) {
        find(collection, id).ifPresent(profile -> found.add(new Applied(scope, profile)));
    }

    private Optional<Item> find(String collection, String id) {
        return id.isEmpty() ? Optional.empty() : catalogue.find(collection, UUID.fromString(id));
    }

    private static Map<String, String> merged(List<Applied> levels) {
        Map<String, String> all = new LinkedHashMap<>();
        levels.forEach(level -> all.putAll(level.profile().settings()));
        all.remove("name");
        return all;
    }
}
