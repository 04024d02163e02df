package org.moothall.mediaengine.callbridge.internal.objects;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.mediaengine.Catalogue;
import org.moothall.mediaengine.Directory;
import org.moothall.mediaengine.Item;
import org.moothall.mediaengine.Spaces;
import org.moothall.mediaengine.callbridge.internal.api.ApiFailure;
import org.moothall.mediaengine.callbridge.internal.api.ApiReply;
import org.moothall.mediaengine.callbridge.internal.api.ApiRequest;
import org.moothall.mediaengine.callbridge.internal.api.Listing;
import org.moothall.mediaengine.callbridge.internal.api.References;
import org.moothall.mediaengine.callbridge.internal.api.Router;
import org.moothall.mediaengine.callbridge.internal.api.Xml;
import org.moothall.mediaengine.callbridge.internal.objects.Parameter.Trait;

/** Makes, lists, shows, changes and removes the objects of every collection that a {@link Kind} describes. @spec meeting-server-wire §1.2 */
public final class ObjectsApi {

    private static final List<Kind> KINDS = Stream.of(ProfileKinds.all(), PlanKinds.all(), SpaceKinds.all()).flatMap(List::stream).toList();

    private final Catalogue catalogue;
    private final Spaces spaces;
    private final References references;
    private final Map<String, Custom> customs = new LinkedHashMap<>();

    /** The objects of this catalogue. @param users who can be a member of a space */
    public ObjectsApi(Catalogue catalogue, Spaces spaces, Directory users) {
        this.catalogue = catalogue;
        this.spaces = spaces;
        this.references = new References(catalogue, spaces);
        customs.put("accessMethods", new AccessMethods(catalogue, spaces));
        customs.put("coSpaceUsers", new SpaceUsers(catalogue, users));
        customs.put("callBridges", new Unique(catalogue, "name", "duplicateCallBridgeName"));
        customs.put("ivrs", new Unique(catalogue, "uri", "ivrUriConflict"));
    }

    /** Adds the paths of all collections. */
    public void routes(Router router) {
        KINDS.forEach(kind -> routes(router, kind));
    }

    private void routes(Router router, Kind kind) {
        String path = kind.owner().isEmpty() ? kind.collection() : kind.owner() + "/{}/" + kind.collection();
        router.on("GET", path, request -> list(kind, request)).on("POST", path, request -> create(kind, request))
                .on("GET", path + "/{}", request -> show(kind, item(kind, request))).on("PUT", path + "/{}", request -> change(kind, request))
                .on("DELETE", path + "/{}", request -> remove(kind, request));
    }

    private ApiReply list(Kind kind, ApiRequest request) {
        Set<String> used = request.query().get("usageFilter").isEmpty() ? Set.of() : references.used();
        List<Item> found = catalogue.list(kind.collection(), owner(kind, request)).stream().filter(item -> wanted(kind, request, item))
                .filter(item -> usedAsWanted(request.query().get("usageFilter").toLowerCase(Locale.ROOT), used.contains(item.id().toString()))).toList();
        return Listing.of(request, kind.collection(), found, (xml, item) -> {
            xml.open(kind.element(), "id", item.id());
            kind.parameters().stream().filter(parameter -> parameter.has(Trait.LISTED)).forEach(parameter -> write(xml, parameter, item));
            ("layoutTemplates".equals(kind.collection()) ? xml : counted(kind, xml, item)).close();
        });
    }

    private static boolean wanted(Kind kind, ApiRequest request, Item item) {
        String[] texts = kind.parameters().stream().filter(parameter -> parameter.has(Trait.LISTED)).map(parameter -> item.get(parameter.name()))
                .toArray(String[]::new);
        String tenant = request.query().get("tenantFilter");
        String profile = request.query().get("callLegProfileFilter");
        return Listing.matches(request, texts) && (tenant.isEmpty() || tenant.equalsIgnoreCase(item.get("tenant")))
                && (profile.isEmpty() || profile.equalsIgnoreCase(item.get("callLegProfile")));
    }

    private static boolean usedAsWanted(String filter, boolean used) {
        return filter.isEmpty() || "referenced".equals(filter) == used;
    }

    private ApiReply show(Kind kind, Item item) {
        Xml xml = Xml.document(kind.element(), "id", item.id());
        kind.parameters().forEach(parameter -> write(xml, parameter, item));
        return ApiReply.of(counted(kind, xml, item));
    }

    private Xml counted(Kind kind, Xml xml, Item item) {
        return switch (kind.collection()) {
            case "coSpaceTemplates" -> xml.text("numAccessMethodTemplates", catalogue.list("accessMethodTemplates", item.id()).size());
            case "layoutTemplates" -> xml.text("templateSize", item.get(BodiesApi.TEMPLATE).getBytes(StandardCharsets.UTF_8).length);
            default -> xml;
        };
    }

    private static void write(Xml xml, Parameter parameter, Item item) {
        if (!parameter.has(Trait.SECRET)) {
            String value = item.get(parameter.name()).isEmpty() ? parameter.fallback() : item.get(parameter.name());
            xml.textIf(!value.isEmpty() || parameter.has(Trait.ALWAYS), parameter.name(), value);
        }
    }

    private ApiReply create(Kind kind, ApiRequest request) {
        UUID owner = owner(kind, request);
        Map<String, String> settings = references.checked(request.form().known(kind.rules(true)));
        for (Parameter parameter : kind.parameters()) {
            if (parameter.has(Trait.REQUIRED) && settings.getOrDefault(parameter.name(), "").isEmpty()) {
                throw ApiFailure.parameter(parameter.name());
            }
        }
        Item made = catalogue.create(kind.collection(), owner, prepared(kind, request, owner, Optional.empty(), settings));
        return ApiReply.made((owner == null ? "" : kind.owner() + "/" + owner + "/") + kind.collection() + "/" + made.id());
    }

    private ApiReply change(Kind kind, ApiRequest request) {
        Item before = item(kind, request);
        Map<String, String> changes = references.checked(request.form().known(kind.rules(false)));
        catalogue.change(before, prepared(kind, request, before.owner(), Optional.of(before), changes));
        return ApiReply.done();
    }

    private ApiReply remove(Kind kind, ApiRequest request) {
        catalogue.remove(item(kind, request));
        return ApiReply.done();
    }

    private Map<String, String> prepared(Kind kind, ApiRequest request, @Nullable UUID owner, Optional<Item> before, Map<String, String> changes) {
        Custom custom = customs.get(kind.collection());
        return custom == null ? changes : custom.prepared(request, owner, before, changes);
    }

    private Item item(Kind kind, ApiRequest request) {
        UUID owner = owner(kind, request);
        UUID id = request.id(owner == null ? 1 : 3, kind.unknown());
        return catalogue.find(kind.collection(), id).filter(item -> owner == null || owner.equals(item.owner()))
                .orElseThrow(() -> ApiFailure.notFound(kind.unknown()));
    }

    /** The object that the path names first; null for a collection of its own. */
    private @Nullable UUID owner(Kind kind, ApiRequest request) {
        if (kind.owner().isEmpty()) {
            return null;
        }
        String unknown = kind.owner().substring(0, kind.owner().length() - 1) + "DoesNotExist";
        UUID id = request.id(1, unknown);
        boolean exists = "coSpaces".equals(kind.owner()) ? spaces.find(id).isPresent() : catalogue.find(kind.owner(), id).isPresent();
        if (!exists) {
            throw ApiFailure.notFound(unknown);
        }
        return id;
    }
}
