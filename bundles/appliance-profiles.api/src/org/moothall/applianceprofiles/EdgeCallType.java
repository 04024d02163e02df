package org.moothall.applianceprofiles;

/** Types of web app calls that the capacity of Edge servers is stated for. @spec installation-guide Table 8 */
public enum EdgeCallType {
    /** Full HD: 1080p30 video. */
    FULL_HD_1080P30,
    /** HD: 720p30 video. */
    HD_720P30,
    /** SD: 448p30 video. */
    SD_448P30,
    /** Audio: G.711. */
    AUDIO
}
