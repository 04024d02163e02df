package org.moothall.meetings.internal.actions;

import org.moothall.core.DomainProblem;

/** What can go wrong with what operators do. Its name is part of the code only after {@code meetings.}. */
public enum ActionProblem implements DomainProblem {
    /** The meeting has ended. Remedy: none; start another one. */
    OVER(409, "The meeting has ended"),
    /** The token is unknown, was used or is too old. Remedy: change back what was changed. */
    NO_UNDO(409, "This can no longer be undone");

    private final Meaning meaning;

    ActionProblem(int status, String title) {
        meaning = new Meaning("meetings", status, title);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
