package org.moothall.mediaengine.callbridge.internal.objects;

import static org.moothall.mediaengine.callbridge.internal.objects.Parameter.Trait.ALWAYS;
import static org.moothall.mediaengine.callbridge.internal.objects.Parameter.Trait.LISTED;
import static org.moothall.mediaengine.callbridge.internal.objects.Parameter.Trait.REQUIRED;
import static org.moothall.mediaengine.callbridge.internal.objects.Parameter.Trait.SECRET;

import java.util.List;

import org.moothall.mediaengine.callbridge.internal.api.Rule;

/** The dial plan, the tenants and the directory. @spec meeting-server-wire §1.12, §1.13, §1.14 */
final class PlanKinds {

    private PlanKinds() {}

    static List<Kind> all() {
        return List.of(outbound(), inbound(), forwarding(), transforms(), ivrs(), tenants(), Kind.of("tenantGroups", "tenantGroup").done(), servers(),
                mappings(),
                sources(), templateSources(), locations());
    }

    private static Kind outbound() {
        return Kind.of("outboundDialPlanRules", "outboundDialPlanRule").with("domain", Rule.TEXT, LISTED, REQUIRED)
                .withDefault("priority", Rule.NUMBER, 0, LISTED)
                .with("localContactDomain", Rule.TEXT, ALWAYS).with("localFromDomain", Rule.TEXT, ALWAYS)
                .withDefault("trunkType", Rule.oneOf("sip", "lync", "avaya"), "sip")
                .withDefault("sipControlEncryption", Rule.oneOf("auto", "encrypted", "unencrypted"), "auto").with("sipProxy", Rule.TEXT, ALWAYS)
                .withDefault("failureAction", Rule.oneOf("stop", "continue"), "stop")
                .withDefault("scope", Rule.oneOf("global", "callBridge", "callBridgeGroup"), "global")
                .withDefault("callRouting", Rule.oneOf("default", "traversal"), "default").ids("callBridge", "callBridgeGroup")
                .with("tenant", Rule.GUID, LISTED).done();
    }

    private static Kind inbound() {
        return Kind.of("inboundDialPlanRules", "inboundDialPlanRule").with("domain", Rule.TEXT, LISTED, REQUIRED)
                .withDefault("priority", Rule.NUMBER, 0, LISTED)
                .flags(true, "resolveTocoSpaces", "resolveToIvrs").flags(false, "resolveToLyncConferences", "resolveToLyncSimplejoin")
                .with("tenant", Rule.GUID, LISTED).done();
    }

    private static Kind forwarding() {
        return Kind.of("forwardingDialPlanRules", "forwardingDialPlanRule").with("matchPattern", Rule.TEXT, LISTED).with("destinationDomain", Rule.TEXT, ALWAYS)
                .withDefault("action", Rule.oneOf("forward", "reject"), "reject")
                .withDefault("callerIdMode", Rule.oneOf("regenerate", "preserve"), "regenerate")
                .withDefault("priority", Rule.NUMBER, 0, LISTED).with("tenant", Rule.GUID, LISTED)
                .withDefault("uriParameters", Rule.oneOf("discard", "forward"), "discard").done();
    }

    private static Kind transforms() {
        return Kind.of("dialTransforms", "dialTransform").with("type", Rule.oneOf("raw", "strip", "phone"), LISTED).texts("match", "transform")
                .withDefault("priority", Rule.NUMBER, 0).with("action", Rule.oneOf("accept", "acceptPhone", "deny")).done();
    }

    private static Kind ivrs() {
        return Kind.of("ivrs", "ivr").with("uri", Rule.USER, LISTED, REQUIRED).ids("tenant", "tenantGroup", "ivrBrandingProfile")
                .flags(true, "resolveCoSpaceCallIds")
                .flags(false, "resolveLyncConferenceIds").done();
    }

    private static Kind tenants() {
        return Kind.of("tenants", "tenant").with("name", Rule.TEXT, LISTED, REQUIRED).with("tenantGroup", Rule.GUID, LISTED)
                .ids("callLegProfile", "callProfile", "dtmfProfile",
                        "ivrBrandingProfile", "callBrandingProfile")
                .with("participantLimit", Rule.NUMBER).ids("userProfile", "dialInSecurityProfile", "webBridgeProfile").done();
    }

    private static Kind servers() {
        return Kind.of("ldapServers", "ldapServer").with("address", Rule.TEXT, LISTED, REQUIRED, ALWAYS).with("name", Rule.TEXT, LISTED, ALWAYS)
                .with("username", Rule.TEXT, LISTED, ALWAYS).with("portNumber", Rule.NUMBER, LISTED, REQUIRED)
                .withDefault("secure", Rule.BOOL, false, LISTED, REQUIRED)
                .with("usePagedResults", Rule.BOOL).with("password", Rule.TEXT, SECRET).done();
    }

    private static Kind mappings() {
        return Kind.of("ldapMappings", "ldapMapping").with("jidMapping", Rule.TEXT, LISTED).with("nameMapping", Rule.TEXT, LISTED).texts("cdrTagMapping",
                "coSpaceNameMapping", "coSpaceUriMapping", "coSpaceSecondaryUriMapping", "coSpaceCallIdMapping", "authenticationIdMapping").done();
    }

    private static Kind sources() {
        return Kind.of("ldapSources", "ldapSource").with("name", Rule.TEXT).with("server", Rule.GUID, LISTED, REQUIRED)
                .with("mapping", Rule.GUID, LISTED, REQUIRED)
                .with("tenant", Rule.GUID, LISTED).with("baseDn", Rule.TEXT, LISTED, REQUIRED).with("filter", Rule.TEXT, LISTED).with("userProfile", Rule.GUID)
                .withDefault("nonMemberAccess", Rule.BOOL, true, LISTED).done();
    }

    private static Kind templateSources() {
        return Kind.of("ldapUserCoSpaceTemplateSources", "ldapUserCoSpaceTemplateSource").with("coSpaceTemplate", Rule.GUID, LISTED, REQUIRED)
                .with("ldapSource", Rule.GUID, LISTED, REQUIRED).with("filter", Rule.TEXT, LISTED).done();
    }

    private static Kind locations() {
        return Kind.of("directorySearchLocations", "directorySearchLocation").with("ldapServer", Rule.GUID, LISTED, REQUIRED).with("tenant", Rule.GUID, LISTED)
                .texts("baseDn").withDefault("filterFormat", Rule.TEXT, "$1").texts("label").with("priority", Rule.NUMBER)
                .texts("firstName", "lastName", "displayName", "phone", "mobile", "email", "sip", "organisation").done();
    }
}
