package org.moothall.ui.model;

import java.util.Locale;
import org.moothall.ui.internal.Texts;

/** How something is; always shown as shape, word and colour together: ● ok, ▲ warning, ■ error, ○ unknown. */
public enum Status {
    /** All is well: a filled circle. */
    OK,
    /** Not known, or not asked yet: an empty circle. */
    UNKNOWN,
    /** Look at it today: a triangle. */
    WARNING,
    /** Look at it now: a square. */
    ERROR;

    /** The word that goes with the shape when the page has none of its own. */
    public String word() {
        return Texts.of("status." + name().toLowerCase(Locale.ROOT));
    }
}
