package org.moothall.mediaengine.callbridge.internal.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a call leg profile says, and what can be overridden on one call leg. @spec meeting-server-wire §1.12 */
public final class LegParameters {

    /** What a profile says, in the order of the API. */
    public static final Map<String, Rule> PROFILE = profile();
    /** Every override of a leg, in the order of the API. */
    public static final Map<String, Rule> ALL = all();

    private LegParameters() {}

    private static Map<String, Rule> all() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        rules.put("ownerId", Rule.TEXT);
        rules.put("chosenLayout", Rule.LAYOUT);
        rules.put("callLegProfile", Rule.GUID);
        rules.put("importance", Rule.IMPORTANCE);
        rules.put("nameLabelOverride", Rule.LABEL);
        rules.putAll(PROFILE);
        rules.put("deactivated", Rule.BOOL);
        return rules;
    }

    private static Map<String, Rule> profile() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        rules.put("needsActivation", Rule.BOOL);
        rules.put("defaultLayout", Rule.LAYOUT);
        bools(rules, "changeLayoutAllowed", "participantLabels");
        rules.put("presentationDisplayMode", Rule.oneOf("dualStream", "singleStream"));
        bools(rules, "presentationContributionAllowed", "presentationViewingAllowed", "endCallAllowed", "disconnectOthersAllowed", "addParticipantAllowed",
                "muteOthersAllowed", "videoMuteOthersAllowed", "muteSelfAllowed", "videoMuteSelfAllowed");
        rules.put("joinToneParticipantThreshold", Rule.NUMBER);
        rules.put("leaveToneParticipantThreshold", Rule.NUMBER);
        rules.put("videoMode", Rule.oneOf("auto", "disabled"));
        bools(rules, "rxAudioMute", "txAudioMute", "rxVideoMute", "txVideoMute");
        rules.put("sipMediaEncryption", Rule.oneOf("optional", "required", "prohibited"));
        rules.put("audioPacketSizeMs", Rule.NUMBER);
        rules.put("deactivationMode", Rule.oneOf("deactivate", "disconnect", "remainActivated"));
        rules.put("deactivationModeTime", Rule.NUMBER);
        bools(rules, "telepresenceCallsAllowed", "sipPresentationChannelEnabled");
        rules.put("bfcpMode", Rule.oneOf("serverOnly", "serverAndClient"));
        bools(rules, "callLockAllowed", "setImportanceAllowed", "allowAllMuteSelfAllowed", "allowAllPresentationContributionAllowed",
                "changeJoinAudioMuteOverrideAllowed", "recordingControlAllowed", "streamingControlAllowed");
        rules.put("maxCallDurationTime", Rule.NUMBER);
        rules.put("qualityMain", Rule.oneOf("unrestricted", "max1080p30", "max720p30", "max480p30"));
        rules.put("qualityPresentation", Rule.oneOf("unrestricted", "max1080p30", "max720p5"));
        rules.put("participantCounter", Rule.oneOf("never", "auto", "always"));
        bools(rules, "controlRemoteCameraAllowed");
        rules.put("layoutTemplate", Rule.GUID);
        rules.put("audioGainMode", Rule.oneOf("disabled", "agc"));
        rules.put("meetingTitlePosition", Rule.oneOf("disabled", "top", "middle", "bottom"));
        bools(rules, "chatContributionAllowed", "raiseHandEnabled", "changeRoleAllowed", "captionControlAllowed", "noteContributeAllowed", "surveyOpsAllowed",
                "fileUploadAllowed", "backgroundBlurAllowed");
        return rules;
    }

    private static void bools(Map<String, Rule> rules, String... names) {
        for (String name : names) {
            rules.put(name, Rule.BOOL);
        }
    }
}
