package org.moothall.mediaengine.callbridge.internal.objects;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.Catalogue;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.Item;
import org.moothall.mediaengine.Profiles;
import org.moothall.mediaengine.Space;
import org.moothall.mediaengine.callbridge.internal.api.ApiFailure;
import org.moothall.mediaengine.callbridge.internal.api.ApiReply;
import org.moothall.mediaengine.callbridge.internal.api.ApiRequest;
import org.moothall.mediaengine.callbridge.internal.api.References;
import org.moothall.mediaengine.callbridge.internal.api.Router;
import org.moothall.mediaengine.callbridge.internal.api.Rule;
import org.moothall.mediaengine.callbridge.internal.api.Xml;

/** {@code /system/profiles}, and where profiles are used. @spec meeting-server-wire §1.6, §1.11 */
public final class SystemProfilesApi {

    private static final List<String> NAMES = List.of("callLegProfile", "callProfile", "dtmfProfile", "userProfile", "ivrBrandingProfile",
            "callBrandingProfile",
            "compatibilityProfile", "dialInSecurityProfile", "webBridgeProfile");

    private final Catalogue catalogue;
    private final Conference conference;
    private final References references;

    /** The profiles of this catalogue, as this conference core uses them. */
    public SystemProfilesApi(Catalogue catalogue, Conference conference) {
        this.catalogue = catalogue;
        this.conference = conference;
        this.references = new References(catalogue, conference.spaces());
    }

    /** Adds its paths. */
    public void routes(Router router) {
        router.on("GET", "system/profiles", request -> show()).on("PUT", "system/profiles", this::change).on("POST", "system/profiles", this::change)
                .on("GET", "callLegProfiles/{}/usage", this::usage).on("GET", "callLegs/{}/callLegProfileTrace", this::trace);
    }

    private ApiReply show() {
        Map<String, String> set = catalogue.single(Profiles.SYSTEM);
        Xml xml = Xml.document("profiles");
        NAMES.forEach(name -> xml.textIfAny(name, set.getOrDefault(name, "")));
        return ApiReply.of(xml);
    }

    private ApiReply change(ApiRequest request) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        NAMES.forEach(name -> rules.put(name, Rule.GUID));
        catalogue.changeSingle(Profiles.SYSTEM, references.checked(request.form().known(rules)));
        return ApiReply.done();
    }

    private ApiReply usage(ApiRequest request) {
        String unknown = "callLegProfileDoesNotExist";
        UUID id = catalogue.find("callLegProfiles", request.id(1, unknown)).orElseThrow(() -> ApiFailure.notFound(unknown)).id();
        boolean global = id.toString().equals(catalogue.single(Profiles.SYSTEM).get("callLegProfile"));
        List<Space> spaces = conference.spaces().list().stream().filter(space -> id.toString().equals(space.get("callLegProfile"))).toList();
        List<Item> items = catalogue.all().stream().filter(item -> !item.removed() && id.toString().equals(item.get("callLegProfile"))
                && !Profiles.SYSTEM.equals(item.collection())).toList();
        Xml xml = Xml.document("callLegProfileUsage", "id", id, "total", spaces.size() + items.size() + (global ? 1 : 0));
        if (global) {
            xml.bare("global");
        }
        spaces.forEach(space -> xml.bare("coSpace", "id", space.id()));
        items.forEach(item -> xml.bare(item.collection().substring(0, item.collection().length() - 1), "id", item.id()));
        return ApiReply.of(xml);
    }

    private ApiReply trace(ApiRequest request) {
        CallLeg leg = conference.findLeg(request.id(1, "callLegDoesNotExist")).orElseThrow(() -> ApiFailure.notFound("callLegDoesNotExist"));
        Xml xml = Xml.document("callLegProfileTrace", "callLeg", leg.id());
        for (Profiles.Applied level : conference.trace(leg)) {
            xml.open("profile", "scope", level.scope()).open("callLegProfile", "id", level.profile().id());
            level.profile().settings().forEach(xml::text);
            xml.close().close();
        }
        return ApiReply.of(xml);
    }
}
