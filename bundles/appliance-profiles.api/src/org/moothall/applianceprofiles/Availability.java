package org.moothall.applianceprofiles;

/** Whether a component runs on a platform. @spec installation-guide §1.4, §D.6 */
public enum Availability {
    AVAILABLE,
    /** It could, but the guide recommends another platform. */
    NOT_RECOMMENDED,
    NOT_AVAILABLE,
    /** As the guide says, so one day it may be. */
    NOT_CURRENTLY_AVAILABLE,
    NOT_STATED
}
