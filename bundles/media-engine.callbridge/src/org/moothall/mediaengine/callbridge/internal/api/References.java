package org.moothall.mediaengine.callbridge.internal.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.moothall.mediaengine.Catalogue;
import org.moothall.mediaengine.Item;
import org.moothall.mediaengine.Space;
import org.moothall.mediaengine.Spaces;

/** The parameters that name another object: it must exist. Thread-safe. @spec meeting-server-wire §1.4 */
public final class References {

    private static final Map<String, String> COLLECTIONS = collections();

    private final Catalogue catalogue;
    private final Spaces spaces;

    /** Names in this catalogue. */
    public References(Catalogue catalogue, Spaces spaces) {
        this.catalogue = catalogue;
        this.spaces = spaces;
    }

    /** These parameters, once it is sure that what they name exists. Failure: {@code …DoesNotExist}. */
    public Map<String, String> checked(Map<String, String> changes) {
        changes.forEach((name, value) -> {
            String collection = COLLECTIONS.getOrDefault(name, "");
            if (!collection.isEmpty() && !value.isEmpty() && catalogue.find(collection, UUID.fromString(value)).isEmpty()) {
                throw ApiFailure.badRequest(collection.substring(0, collection.length() - 1) + "DoesNotExist");
            }
        });
        return changes;
    }

    /** The directory sources that are meant by an id and a tenant, which may be empty. */
    public List<Item> sources(String id, String tenant) {
        return catalogue.list("ldapSources", null).stream().filter(source -> (id.isEmpty() || id.equals(source.id().toString()))
                && (tenant.isEmpty() || tenant.equals(source.get("tenant")))).toList();
    }

    /** The bridges of this group. Failures: {@code callBridgeGroupDoesNotExist}, {@code loadBalancingDisabled}. */
    List<UUID> balanced(UUID group) {
        Item found = catalogue.find("callBridgeGroups", group).orElseThrow(() -> ApiFailure.badRequest("callBridgeGroupDoesNotExist"));
        if (!"true".equals(found.get("loadBalancingEnabled"))) {
            throw ApiFailure.badRequest("loadBalancingDisabled");
        }
        return catalogue.list("callBridges", null).stream().filter(bridge -> bridge.get("callBridgeGroup").equalsIgnoreCase(group.toString())).map(Item::id)
                .toList();
    }

    /** The ids of all objects that something names. */
    public Set<String> used() {
        Stream<Map<String, String>> all = Stream.concat(catalogue.all().stream().filter(item -> !item.removed()).map(Item::settings),
                spaces.list().stream().map(Space::settings));
        return all.flatMap(settings -> COLLECTIONS.keySet().stream().map(name -> settings.getOrDefault(name, ""))).collect(Collectors.toSet());
    }

    private static Map<String, String> collections() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : new String[] {"callLegProfile", "callProfile", "callBrandingProfile", "ivrBrandingProfile", "dtmfProfile", "userProfile",
                "compatibilityProfile", "dialInSecurityProfile", "webBridgeProfile", "layoutTemplate", "tenant", "tenantGroup", "callBridge", "callBridgeGroup",
                "coSpaceTemplate", "ldapServer", "ldapSource", "cospaceBulkParameterSet"}) {
            all.put(name, name + "s");
        }
        all.put("server", "ldapServers");
        all.put("mapping", "ldapMappings");
        return all;
    }
}
