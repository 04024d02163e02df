package org.moothall.applianceprofiles;

/** Types of calls that the capacity of platforms is stated for. @spec installation-guide Table 4 */
public enum CallType {
    /** Full HD: 1080p60 video, 720p30 content. */
    FULL_HD_1080P60,
    /** Full HD: 1080p30 video, content of 1080p30 or 4K7. */
    FULL_HD_1080P30_WITH_FULL_HD_CONTENT,
    /** Full HD: 1080p30 video, 720p30 content. */
    FULL_HD_1080P30,
    /** HD: 720p30 video, 720p5 content. */
    HD_720P30,
    /** SD: 480p30 video, 720p5 content. */
    SD_480P30,
    /** Audio: G.711. */
    AUDIO
}
