package org.moothall.mediaengine.callbridge.internal.objects;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.moothall.mediaengine.Directory;
import org.moothall.mediaengine.Identities;
import org.moothall.mediaengine.callbridge.internal.api.ApiFailure;
import org.moothall.mediaengine.callbridge.internal.api.ApiReply;
import org.moothall.mediaengine.callbridge.internal.api.ApiRequest;
import org.moothall.mediaengine.callbridge.internal.api.Listing;
import org.moothall.mediaengine.callbridge.internal.api.References;
import org.moothall.mediaengine.callbridge.internal.api.Router;
import org.moothall.mediaengine.callbridge.internal.api.Rule;
import org.moothall.mediaengine.callbridge.internal.api.Xml;

/** {@code /ldapSyncs}: reads the directory again, which takes a few seconds. Thread-safe. @spec meeting-server-wire §1.14 */
public final class LdapSyncsApi {

    private static final String UNKNOWN = "ldapSyncDoesNotExist";
    private static final Map<String, Rule> RULES = Map.of("tenant", Rule.GUID, "ldapSource", Rule.GUID, "removeWhenFinished", Rule.BOOL);
    private static final Duration PENDING = Duration.ofSeconds(1);
    private static final Duration LASTS = Duration.ofSeconds(3);

    private final References references;
    private final Directory users;
    private final Clock clock;
    private final Identities ids;
    private final Map<UUID, Sync> syncs = new LinkedHashMap<>();

    private record Sync(UUID id, Instant begun, Map<String, String> settings) {

        boolean kept() {
            return "false".equals(settings.get("removeWhenFinished"));
        }
    }

    /** Syncs that find these people. */
    public LdapSyncsApi(References references, Directory users, Clock clock, Identities ids) {
        this.ids = ids;
        this.references = references;
        this.users = users;
        this.clock = clock;
    }

    /** Adds its paths. */
    public void routes(Router router) {
        router.on("GET", "ldapSyncs",
                request -> Listing.of(request, "ldapSyncs", all(), (xml, sync) -> xml.open("ldapSync", "id", sync.id()).text("state", state(sync)).close()))
                .on("POST", "ldapSyncs", this::begin).on("GET", "ldapSyncs/{}", this::show).on("DELETE", "ldapSyncs/{}", this::cancel);
    }

    private synchronized List<Sync> all() {
        syncs.values().removeIf(sync -> !sync.kept() && "complete".equals(state(sync)));
        return List.copyOf(syncs.values());
    }

    private ApiReply begin(ApiRequest request) {
        Map<String, String> settings = references.checked(request.form().known(RULES));
        users.synchronise(references.sources(settings.getOrDefault("ldapSource", ""), settings.getOrDefault("tenant", "")));
        Sync begun = new Sync(ids.next(Identities.Kind.PASSING), clock.instant(), settings);
        synchronized (this) {
            syncs.put(begun.id(), begun);
        }
        return ApiReply.made("ldapSyncs/" + begun.id());
    }

    private ApiReply show(ApiRequest request) {
        Sync sync = sync(request);
        String state = state(sync);
        Xml xml = Xml.document("ldapSync", "id", sync.id());
        List.of("tenant", "ldapSource").forEach(name -> xml.textIfAny(name, sync.settings().getOrDefault(name, "")));
        boolean complete = "complete".equals(state);
        return ApiReply.of(xml.text("state", state).textIf(complete, "numUsersImported", users.all().size()).textIf(complete, "numLdapSourcesComplete", 1));
    }

    private synchronized ApiReply cancel(ApiRequest request) {
        Sync sync = sync(request);
        if ("inProgress".equals(state(sync))) {
            throw ApiFailure.badRequest("ldapSyncCannotBeCancelled");
        }
        syncs.remove(sync.id());
        return ApiReply.done();
    }

    private Sync sync(ApiRequest request) {
        UUID id = request.id(1, UNKNOWN);
        Optional<Sync> found = all().stream().filter(sync -> sync.id().equals(id)).findFirst();
        return found.orElseThrow(() -> ApiFailure.notFound(UNKNOWN));
    }

    private String state(Sync sync) {
        Duration since = Duration.between(sync.begun(), clock.instant());
        return since.compareTo(PENDING) < 0 ? "pending" : since.compareTo(LASTS) < 0 ? "inProgress" : "complete";
    }
}
