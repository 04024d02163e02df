package org.moothall.ui.model;

/** How something is; always shown as shape, word and colour together: ● ok, ▲ warning, ■ error, ○ unknown. */
public enum Status {
    /** All is well: a filled circle. */
    OK("Healthy"),
    /** Not known, or not asked yet: an empty circle. */
    UNKNOWN("Unknown"),
    /** Look at it today: a triangle. */
    WARNING("Warning"),
    /** Look at it now: a square. */
    ERROR("Error");

    private final String word;

    Status(String word) {
        this.word = word;
    }

    /** The word that goes with the shape when the page has none of its own. */
    public String word() {
        return word;
    }
}
