package org.moothall.licensing;

import org.moothall.core.DomainProblem;

/** What can go wrong with licences. */
public enum LicensingProblem implements DomainProblem {
    /** The trial was used, or the feature is licensed, or a cluster was in one elsewhere. Remedy: as the detail says; allocate licences. */
    TRIAL_NOT_OFFERED(409, "This trial is not offered"),
    /** Licences are not looked after here. Remedy: choose the mode smart licensing. */
    NOT_ENABLED(409, "Licensing is not enabled"),
    /** What is wanted does not follow on how the registration stands. Remedy: as the detail says. */
    WRONG_STATE(409, "This cannot be done now"),
    /** More is allocated than is reserved. Remedy: allocate no more than that, or change the reservation. */
    NOT_RESERVED(409, "Not so many licences are reserved"),
    /** The instant lies ahead: nobody can judge it yet. Remedy: ask for an earlier one. */
    NOT_YET(409, "That time has not come");

    private final Meaning meaning;

    LicensingProblem(int status, String title) {
        meaning = new Meaning("licensing", status, title);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
