package org.moothall.applianceprofiles;

/** Qualities in which recorder and streamer work. @spec installation-guide Tables 9 and 10 */
public enum MediaQuality {
    /** 720p. */
    HD_720P,
    /** 1080p. */
    FULL_HD_1080P,
    /** Sound alone. */
    AUDIO
}
