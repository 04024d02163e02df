package org.moothall.meetings;

/** Where a meeting is in its life. */
public enum MeetingState { UPCOMING, ACTIVE, ENDED }
