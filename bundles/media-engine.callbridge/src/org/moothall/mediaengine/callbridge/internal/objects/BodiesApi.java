package org.moothall.mediaengine.callbridge.internal.objects;

import java.util.Map;
import java.util.UUID;

import org.moothall.core.json.Json;
import org.moothall.mediaengine.Catalogue;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.Item;
import org.moothall.mediaengine.Space;
import org.moothall.mediaengine.callbridge.internal.api.ApiFailure;
import org.moothall.mediaengine.callbridge.internal.api.ApiReply;
import org.moothall.mediaengine.callbridge.internal.api.ApiRequest;
import org.moothall.mediaengine.callbridge.internal.api.Router;
import org.moothall.mediaengine.callbridge.internal.api.Xml;

import com.fasterxml.jackson.core.JsonProcessingException;

/** What belongs to an object and is no form: layouts, e-mail invitations, metadata. @spec meeting-server-wire §1.9, §1.12 */
public final class BodiesApi {

    /** Under which name the catalogue keeps the body of a layout template. */
    static final String TEMPLATE = "template";
    private static final String UNKNOWN_TEMPLATE = "layoutTemplateDoesNotExist";
    private static final String UNKNOWN_SPACE = "coSpaceDoesNotExist";
    private static final String METADATA = "metadata";
    private static final String LANGUAGE = "en_US";

    private final Catalogue catalogue;
    private final Conference conference;

    /** Bodies of the objects of this catalogue and of the spaces of this conference core. */
    public BodiesApi(Catalogue catalogue, Conference conference) {
        this.catalogue = catalogue;
        this.conference = conference;
    }

    /** Adds its paths. */
    public void routes(Router router) {
        router.on("GET", "layoutTemplates/{}/template", request -> ApiReply.json(template(request).get(TEMPLATE)))
                .on("PUT", "layoutTemplates/{}/template", this::keepTemplate)
                .on("GET", "coSpaces/{}/emailInvitation", this::invitation)
                .on("GET", "coSpaces/{}/metadata", request -> ApiReply.plain(space(request).get(METADATA)))
                .on("PUT", "coSpaces/{}/metadata", this::keepMetadata);
    }

    private Item template(ApiRequest request) {
        return catalogue.find("layoutTemplates", request.id(1, UNKNOWN_TEMPLATE)).orElseThrow(() -> ApiFailure.notFound(UNKNOWN_TEMPLATE));
    }

    private Space space(ApiRequest request) {
        return conference.spaces().find(request.id(1, UNKNOWN_SPACE)).orElseThrow(() -> ApiFailure.notFound(UNKNOWN_SPACE));
    }

    private ApiReply keepTemplate(ApiRequest request) {
        Item template = template(request);
        try {
            if (!Json.lenient().readTree(request.body()).isObject()) {
                throw ApiFailure.parameter(TEMPLATE);
            }
        } catch (JsonProcessingException e) {
            throw ApiFailure.parameter(TEMPLATE);
        }
        catalogue.change(template, Map.of(TEMPLATE, request.body()));
        return ApiReply.done();
    }

    private ApiReply keepMetadata(ApiRequest request) {
        UUID id = space(request).id();
        conference.spaces().change(id, Map.of(METADATA, request.body()));
        return ApiReply.done();
    }

    private ApiReply invitation(ApiRequest request) {
        Space space = space(request);
        StringBuilder text = new StringBuilder("You are invited to \"" + space.name() + "\".\n");
        if (!space.get("uri").isEmpty()) {
            text.append("Video system: ").append(space.get("uri")).append('@').append(conference.domain()).append('\n');
        }
        if (!space.get("callId").isEmpty()) {
            text.append("Meeting ID: ").append(space.get("callId")).append('\n');
        }
        if (!space.get("passcode").isEmpty()) {
            text.append("Passcode: ").append(space.get("passcode")).append('\n');
        }
        String language = request.query().get("language").isEmpty() ? LANGUAGE : request.query().get("language");
        return ApiReply.of(Xml.document("emailInvitation").text("invitation", text).text("language", language));
    }
}
