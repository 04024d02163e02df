package org.moothall.meetings.internal;

import org.moothall.core.DomainProblem;

/** What can go wrong with meetings. */
enum MeetingsProblem implements DomainProblem {
    /** The meeting has ended. Remedy: none; start another one. */
    OVER(409, "The meeting has ended");

    private final Meaning meaning;

    MeetingsProblem(int status, String title) {
        meaning = new Meaning("meetings", status, title);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
