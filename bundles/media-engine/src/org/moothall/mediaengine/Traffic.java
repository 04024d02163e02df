package org.moothall.mediaengine;

/** What a call leg costs its bridge: the rows of the capacity table. @spec installation-guide Table 4 */
public enum Traffic {
    /** 1080p30 video with 720p30 content. */
    FULL_HD,
    /** 720p30 video with 720p5 content. */
    HD,
    /** 480p30 video with 720p5 content. */
    SD,
    /** No video. */
    AUDIO;

    /** What this leg is; its profile may allow less than its endpoint can. */
    static Traffic of(CallLeg leg) {
        if (!leg.endpoint().kind().video() || "disabled".equals(leg.get("videoMode"))) {
            return AUDIO;
        }
        return switch (leg.get("qualityMain")) {
            case "max480p30" -> SD;
            case "max720p30" -> HD;
            default -> MediaStatistics.fullHd(leg) ? FULL_HD : HD;
        };
    }
}
