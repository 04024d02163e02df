package org.moothall.mediaengine.callbridge.internal.objects;

import static org.moothall.mediaengine.callbridge.internal.objects.Parameter.Trait.ALWAYS;
import static org.moothall.mediaengine.callbridge.internal.objects.Parameter.Trait.LISTED;

import java.util.List;

import org.moothall.mediaengine.callbridge.internal.api.LegParameters;
import org.moothall.mediaengine.callbridge.internal.api.Rule;

/** The profiles. @spec meeting-server-wire §1.12 */
final class ProfileKinds {

    private static final Rule MANUAL = Rule.oneOf("disabled", "manual", "automatic");
    private static final List<String> TONES = List.of("muteSelfAudio", "unmuteSelfAudio", "toggleMuteSelfAudio", "lockCall", "unlockCall",
            "muteAllExceptSelfAudio",
            "unmuteAllExceptSelfAudio", "endCall", "nextLayout", "previousLayout", "startRecording", "stopRecording", "startStreaming", "stopStreaming",
            "allowAllMuteSelf", "cancelAllowAllMuteSelf", "allowAllPresentationContribution", "cancelAllowAllPresentationContribution", "muteAllNewAudio",
            "unmuteAllNewAudio", "defaultMuteAllNewAudio", "muteAllNewAndAllExceptSelfAudio", "unmuteAllNewAndAllExceptSelfAudio", "getTotalParticipantCount");

    private ProfileKinds() {}

    static List<Kind> all() {
        return List.of(callLegProfiles(), callProfiles(), brandings(),
                Kind.of("ivrBrandingProfiles", "ivrBrandingProfile").profile().texts("resourceLocation").done(),
                tones(), users(), compatibility(), dialInSecurity(), webBridges(), layouts());
    }

    private static Kind callLegProfiles() {
        Kind.Builder builder = Kind.of("callLegProfiles", "callLegProfile").profile().with("name", Rule.TEXT, LISTED);
        LegParameters.PROFILE.forEach((name, rule) -> {
            if ("needsActivation".equals(name)) {
                builder.with(name, rule, LISTED);
            } else {
                builder.with(name, rule);
            }
        });
        return builder.done();
    }

    private static Kind callProfiles() {
        return Kind.of("callProfiles", "callProfile").profile().with("name", Rule.TEXT, LISTED).with("participantLimit", Rule.NUMBER, LISTED)
                .all(Rule.BOOL, "messageBoardEnabled", "locked").all(MANUAL, "recordingMode", "streamingMode")
                .with("lockMode", Rule.oneOf("all", "needsActivation"))
                .texts("sipRecorderUri", "sipStreamerUri").with("passcodeMode", Rule.oneOf("required", "timeout")).with("passcodeTimeout", Rule.NUMBER)
                .with("gatewayAudioCallOptimization", Rule.BOOL).with("lyncConferenceMode", Rule.oneOf("dualHomeCluster", "dualHomeCallBridge", "gateway"))
                .texts("messageBannerText")
                .all(Rule.BOOL, "chatAllowed", "raiseHandEnabled", "notesAllowed", "captionsAllowed", "fileReceiveAllowed", "surveyAllowed",
                        "backgroundBlurAllowed")
                .done();
    }

    private static Kind brandings() {
        return Kind.of("callBrandingProfiles", "callBrandingProfile").profile().texts("invitationTemplate", "resourceLocation").done();
    }

    private static Kind tones() {
        Kind.Builder builder = Kind.of("dtmfProfiles", "dtmfProfile").profile();
        TONES.forEach(name -> builder.with(name, Rule.TONES, ALWAYS));
        return builder.done();
    }

    private static Kind users() {
        return Kind.of("userProfiles", "userProfile").profile().all(Rule.BOOL, "hasLicense", "canCreateCoSpaces", "canCreateCalls", "canUseExternalDevices",
                "canMakePhoneCalls", "userToUserMessagingAllowed", "audioParticipationAllowed", "videoParticipationAllowed", "presentationParticipationAllowed",
                "canReceiveCalls", "canSendEmailInvite").done();
    }

    private static Kind compatibility() {
        return Kind.of("compatibilityProfiles", "compatibilityProfile").profile().all(Rule.BOOL, "sipUdt", "sipMultistream")
                .with("sipMediaPayloadTypeMode", Rule.oneOf("auto", "broadsoft")).with("chromeWebRtcVideoCodec", Rule.oneOf("auto", "avoidH264"))
                .with("chromeWebRtcH264interopMode", Rule.oneOf("auto", "none")).with("h264CHPMode", Rule.oneOf("auto", "basic")).with("sipH224", Rule.BOOL)
                .with("distributionLinkMediaTraversal", Rule.oneOf("enabled", "disabled")).done();
    }

    private static Kind dialInSecurity() {
        return Kind.of("dialInSecurityProfiles", "dialInSecurityProfile").profile().with("name", Rule.TEXT, LISTED)
                .with("minPasscodeLength", Rule.NUMBER, LISTED)
                .with("allowOutOfPolicy", Rule.BOOL, LISTED).done();
    }

    private static Kind webBridges() {
        return Kind.of("webBridgeProfiles", "webBridgeProfile").profile().with("name", Rule.TEXT, LISTED).texts("resourceArchive")
                .all(Rule.BOOL, "allowPasscodes", "allowSecrets", "userPortalEnabled", "allowUnauthenticatedGuests", "resolveCoSpaceCallIds",
                        "resolveLyncConferenceIds")
                .with("resolveCoSpaceUris", Rule.oneOf("off", "domainSuggestionDisabled", "domainSuggestionEnabled")).done();
    }

    private static Kind layouts() {
        return Kind.of("layoutTemplates", "layoutTemplate").profile().with("name", Rule.TEXT, LISTED).texts("description").done();
    }
}
