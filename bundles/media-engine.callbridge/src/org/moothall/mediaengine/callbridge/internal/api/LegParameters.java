package org.moothall.mediaengine.callbridge.internal.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be overridden on one call leg. @spec meeting-server-wire §1.12 */
final class LegParameters {

    /** Every override, in the order of the API. */
    static final Map<String, Rule> ALL = all();

    private LegParameters() { }

    private static Map<String, Rule> all() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        rules.put("ownerId", Rule.TEXT);
        rules.put("chosenLayout", Rule.LAYOUT);
        rules.put("importance", Rule.NUMBER);
        rules.put("nameLabelOverride", Rule.TEXT);
        rules.put("needsActivation", Rule.BOOL);
        rules.put("defaultLayout", Rule.LAYOUT);
        bools(rules, "changeLayoutAllowed", "participantLabels");
        rules.put("presentationDisplayMode", Rule.TEXT);
        bools(rules, "presentationContributionAllowed", "presentationViewingAllowed", "endCallAllowed", "disconnectOthersAllowed", "addParticipantAllowed",
                "muteOthersAllowed", "videoMuteOthersAllowed", "muteSelfAllowed", "videoMuteSelfAllowed");
        rules.put("joinToneParticipantThreshold", Rule.NUMBER);
        rules.put("leaveToneParticipantThreshold", Rule.NUMBER);
        rules.put("videoMode", Rule.TEXT);
        bools(rules, "rxAudioMute", "txAudioMute", "rxVideoMute", "txVideoMute");
        List.of("sipMediaEncryption", "deactivationMode", "qualityMain", "qualityPresentation", "participantCounter", "bfcpMode", "audioGainMode",
                "meetingTitlePosition").forEach(name -> rules.put(name, Rule.TEXT));
        List.of("audioPacketSizeMs", "deactivationModeTime", "maxCallDurationTime").forEach(name -> rules.put(name, Rule.NUMBER));
        bools(rules, "telepresenceCallsAllowed", "sipPresentationChannelEnabled", "callLockAllowed", "setImportanceAllowed", "allowAllMuteSelfAllowed",
                "allowAllPresentationContributionAllowed", "changeJoinAudioMuteOverrideAllowed", "recordingControlAllowed", "streamingControlAllowed",
                "controlRemoteCameraAllowed", "chatContributionAllowed", "raiseHandEnabled", "changeRoleAllowed", "captionControlAllowed", "noteContributeAllowed",
                "surveyOpsAllowed", "fileUploadAllowed", "backgroundBlurAllowed");
        rules.put("layoutTemplate", Rule.GUID);
        rules.put("deactivated", Rule.BOOL);
        return rules;
    }

    private static void bools(Map<String, Rule> rules, String... names) {
        for (String name : names) {
            rules.put(name, Rule.BOOL);
        }
    }
}
