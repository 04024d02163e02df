package org.moothall.webhooks;

import org.moothall.core.DomainProblem;

/** What can go wrong with webhooks. */
public enum WebhooksProblem implements DomainProblem {
    /** Events before this id are no longer kept, or it never was one. Remedy: replay from a later event, and read anew what was before. */
    OFFSET_NOT_KEPT(409, "The events are no longer kept"),
    /** There are as many webhooks as there may be. Remedy: remove one. */
    TOO_MANY(409, "There are too many webhooks"),
    /** The receiver did not answer with a status from 200 to 299. Remedy: as the detail says. */
    NOT_TAKEN(502, "The receiver did not take the events");

    private final Meaning meaning;

    WebhooksProblem(int status, String title) {
        meaning = new Meaning("webhooks", status, title);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
