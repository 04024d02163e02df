package org.moothall.applianceprofiles;

/** What runs on a Meeting Server. @spec installation-guide §1.4, §D.6 */
public enum Component {
    CALL_BRIDGE,
    WEB_BRIDGE_3,
    DATABASE,
    SCHEDULER,
    TURN_SERVER,
    RECORDER,
    UPLOADER,
    STREAMER,
    SNMP_MIB,
    MEETING_APPS
}
