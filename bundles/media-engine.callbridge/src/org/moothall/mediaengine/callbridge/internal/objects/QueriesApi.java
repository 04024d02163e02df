package org.moothall.mediaengine.callbridge.internal.objects;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.moothall.mediaengine.Catalogue;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.Directory;
import org.moothall.mediaengine.Item;
import org.moothall.mediaengine.Space;
import org.moothall.mediaengine.callbridge.internal.api.ApiFailure;
import org.moothall.mediaengine.callbridge.internal.api.ApiReply;
import org.moothall.mediaengine.callbridge.internal.api.ApiRequest;
import org.moothall.mediaengine.callbridge.internal.api.Router;
import org.moothall.mediaengine.callbridge.internal.api.Xml;

/** Questions about addresses, and whether what is configured can be reached. @spec meeting-server-wire §1.8, §1.15 */
public final class QueriesApi {

    private final Conference conference;
    private final Catalogue catalogue;
    private final Directory users;

    /** About these spaces, objects and people. */
    public QueriesApi(Conference conference, Catalogue catalogue, Directory users) {
        this.conference = conference;
        this.catalogue = catalogue;
        this.users = users;
    }

    /** Adds its paths. */
    public void routes(Router router) {
        router.on("POST", "accessQuery", this::access).on("POST", "uriUsageQuery", this::usage)
                .on("GET", "conversationIdQuery", request -> ApiReply.of(Xml.document("conversationIdQuery")
                        .text("conversationId", request.query().get("conversationId")).text("found", false)))
                .on("GET", "webBridges/{}/status", request -> status(request, "webBridges", "webBridge"));
    }

    /** How to get into the space of this address or number. */
    private ApiReply access(ApiRequest request) {
        String uri = user(request.form().get("uri"));
        String number = request.form().get("callId");
        if (uri.isEmpty() && number.isEmpty()) {
            throw ApiFailure.parameter("uri");
        }
        Xml xml = Xml.document("accessQuery");
        find(uri, number).ifPresent(space -> {
            xml.textIfAny("uri", space.get("uri").isEmpty() ? "" : space.get("uri") + "@" + conference.domain());
            if (!space.get("callId").isEmpty()) {
                xml.text("webAddress", "https://join." + conference.domain() + "/invited.sf?id=" + space.get("callId") + "&secret=" + space.get("secret"));
            }
        });
        catalogue.list("ivrs", null).stream().findFirst().ifPresent(ivr -> xml.text("ivr", ivr.get("uri") + "@" + conference.domain()));
        return ApiReply.of(xml);
    }

    private ApiReply usage(ApiRequest request) {
        String uri = request.form().get("uri");
        if (uri.isEmpty()) {
            throw ApiFailure.parameter("uri");
        }
        Xml xml = Xml.document("uriUsageQuery");
        users.find(uri.contains("@") ? uri : uri + "@" + conference.domain()).ifPresent(user -> xml.text("userId", user.id()));
        find(user(uri), "").ifPresent(space -> xml.text("coSpaceId", space.id()));
        catalogue.list("ivrs", null).stream().filter(ivr -> user(uri).equals(ivr.get("uri").toLowerCase(Locale.ROOT))).findFirst()
                .ifPresent(ivr -> xml.text("ivrId", ivr.id()));
        return ApiReply.of(xml);
    }

    /** No web bridge of a lab is real: none is used. */
    private ApiReply status(ApiRequest request, String collection, String element) {
        UUID id = request.id(1, element + "DoesNotExist");
        Item item = catalogue.find(collection, id).orElseThrow(() -> ApiFailure.notFound(element + "DoesNotExist"));
        return ApiReply.of(Xml.document(element, "id", item.id()).text("status", item.get("url").isEmpty() ? "unused" : "connectionFailure"));
    }

    private Optional<Space> find(String uri, String number) {
        return conference.spaces().list().stream().filter(space -> !number.isEmpty() && number.equals(space.get("callId"))
                || !uri.isEmpty() && List.of(space.get("uri").toLowerCase(Locale.ROOT), space.get("secondaryUri").toLowerCase(Locale.ROOT)).contains(uri))
                .findFirst();
    }

    private static String user(String address) {
        return (address.contains("@") ? address.substring(0, address.indexOf('@')) : address).toLowerCase(Locale.ROOT);
    }
}
