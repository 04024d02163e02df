package org.moothall.applianceprofiles;

/** What a {@link Figure} counts or measures. */
public enum Unit {
    /** Calls at the same time, as the capacity tables count them. */
    CALLS,
    /** Call legs of 720p30 at the same time. */
    CALL_LEGS,
    USERS,
    /** Spaces, which the guide also calls coSpaces. */
    SPACES,
    MEETINGS,
    RECORDINGS,
    STREAMS,
    SERVERS,
    SCHEDULERS,
    CALL_BRIDGES,
    SOCKETS,
    PHYSICAL_CORES,
    VIRTUAL_CPUS,
    GIGAHERTZ,
    /** Memory and disk; 100 MB count as 0.1. */
    GIGABYTES,
    GIGABYTES_PER_HOUR,
    GIGABITS_PER_SECOND,
    PERCENT
}
