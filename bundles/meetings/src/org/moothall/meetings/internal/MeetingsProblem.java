package org.moothall.meetings.internal;

import org.moothall.core.ProblemCode;

/** What can go wrong with meetings. */
enum MeetingsProblem implements ProblemCode {
    /** The meeting has ended. Remedy: none; start another one. */
    OVER("meetings.over", 409, "The meeting has ended");

    private final String code;
    private final int status;
    private final String title;

    MeetingsProblem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
