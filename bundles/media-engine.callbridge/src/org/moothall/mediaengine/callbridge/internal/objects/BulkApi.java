package org.moothall.mediaengine.callbridge.internal.objects;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.moothall.core.ProblemException;
import org.moothall.mediaengine.Catalogue;
import org.moothall.mediaengine.ConferenceProblem;
import org.moothall.mediaengine.Identities;
import org.moothall.mediaengine.Item;
import org.moothall.mediaengine.Space;
import org.moothall.mediaengine.Spaces;
import org.moothall.mediaengine.callbridge.internal.api.ApiFailure;
import org.moothall.mediaengine.callbridge.internal.api.ApiReply;
import org.moothall.mediaengine.callbridge.internal.api.ApiRequest;
import org.moothall.mediaengine.callbridge.internal.api.Listing;
import org.moothall.mediaengine.callbridge.internal.api.Router;
import org.moothall.mediaengine.callbridge.internal.api.Secrets;
import org.moothall.mediaengine.callbridge.internal.api.Xml;

/** {@code /cospaceBulkSyncs}: many spaces made, or removed, by one order. Thread-safe. @spec meeting-server-wire §1.9 */
public final class BulkApi {

    private static final String UNKNOWN = "cospaceBulkSyncDoesNotExist";
    private static final int MOST = 5_000;

    private final Catalogue catalogue;
    private final Spaces spaces;
    private final Identities ids;
    private final Map<UUID, Sync> syncs = new ConcurrentHashMap<>();

    private record Sync(UUID id, UUID set, boolean remove, String status) {}

    /** Works on these spaces by the parameter sets of this catalogue. */
    public BulkApi(Catalogue catalogue, Spaces spaces, Identities ids) {
        this.ids = ids;
        this.catalogue = catalogue;
        this.spaces = spaces;
    }

    /** Adds its paths. */
    public void routes(Router router) {
        router.on("GET", "cospaceBulkSyncs", request -> Listing.of(request, "cospaceBulkSyncs", List.copyOf(syncs.values()), (xml, sync) -> {
            xml.open("cospaceBulkSync", "id", sync.id());
            write(xml, sync).close();
        })).on("POST", "cospaceBulkSyncs", this::begin).on("GET", "cospaceBulkSyncs/{}", this::show).on("DELETE", "cospaceBulkSyncs/{}", this::forget);
    }

    private Sync sync(ApiRequest request) {
        Sync found = syncs.get(request.id(1, UNKNOWN));
        if (found == null) {
            throw ApiFailure.notFound(UNKNOWN);
        }
        return found;
    }

    private ApiReply show(ApiRequest request) {
        Sync sync = sync(request);
        return ApiReply.of(write(Xml.document("cospaceBulkSync", "id", sync.id()), sync));
    }

    private static Xml write(Xml xml, Sync sync) {
        return xml.text("cospaceBulkParameterSet", sync.set()).text("status", sync.status()).textIf(sync.remove(), "removeAll", true);
    }

    private ApiReply forget(ApiRequest request) {
        syncs.remove(sync(request).id());
        return ApiReply.done();
    }

    private ApiReply begin(ApiRequest request) {
        UUID set = request.form().id("cospaceBulkParameterSet").orElseThrow(() -> ApiFailure.parameter("cospaceBulkParameterSet"));
        boolean remove = "true".equalsIgnoreCase(request.form().get("removeAll"));
        UUID id = ids.next(Identities.Kind.PASSING);
        syncs.put(id, new Sync(id, set, remove, run(set, remove)));
        return ApiReply.made("cospaceBulkSyncs/" + id);
    }

    private String run(UUID id, boolean remove) {
        Item set = catalogue.find("cospaceBulkParameterSets", id).orElse(new Item(id, "", null, Map.of(), 0, true));
        if (set.removed()) {
            return "failedNoSuchParameterSet";
        }
        int first = Integer.parseInt(set.get("startIndex"));
        int last = Integer.parseInt(set.get("endIndex"));
        if (last < first) {
            return "failedIndexRangeInvalid";
        }
        if (last - first >= MOST) {
            return "failedIndexRangeTooGreat";
        }
        Map<String, Space> made = new LinkedHashMap<>();
        spaces.list().stream().filter(space -> id.toString().equals(space.get("bulkSet"))).forEach(space -> made.put(space.get("bulkIndex"), space));
        try {
            for (int index = first; index <= last && !remove; index++) {
                place(set, made.remove(Integer.toString(index)), index);
            }
        } catch (ProblemException e) {
            return e.problem().code() == ConferenceProblem.DUPLICATE_SPACE_URI ? "failedCoSpaceUriConflict"
                    : e.problem().code() == ConferenceProblem.DUPLICATE_SPACE_ID ? "failedCallIdConflict" : "failed";
        }
        made.values().forEach(space -> spaces.remove(space.id()));
        return "complete";
    }

    private void place(Item set, @org.eclipse.jdt.annotation.Nullable Space before, int index) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("name", mapped(set.get("coSpaceNameMapping"), index));
        settings.put("uri", mapped(set.get("coSpaceUriMapping"), index));
        settings.put("callId", mapped(set.get("coSpaceCallIdMapping"), index));
        List.of("tenant", "callProfile", "callBrandingProfile", "callLegProfile", "nonMemberAccess").forEach(name -> settings.put(name, set.get(name)));
        settings.put("autoGenerated", "true");
        settings.put("bulkSet", set.id().toString());
        settings.put("bulkIndex", Integer.toString(index));
        if (before != null) {
            spaces.change(before.id(), settings);
        } else {
            settings.put("secret", settings.getOrDefault("callId", "").isEmpty() ? "" : Secrets.fresh());
            spaces.create(settings);
        }
    }

    /** {@code $index$} is the number; a backslash takes the meaning from what follows it. */
    private static String mapped(String mapping, int index) {
        return mapping.replaceAll("(?<!\\\\)\\$index\\$", Integer.toString(index)).replaceAll("\\\\([\\\\$])", "$1");
    }
}
