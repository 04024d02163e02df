package org.moothall.meetings.ui.internal;

import java.util.Arrays;
import java.util.Locale;

/** The lists of the Meetings page, by the words of their addresses. */
enum Listing {
    ACTIVE, UPCOMING, ENDED,
    /** What was at an instant of the past. */
    THEN;

    /** As in an address, and the key of its tab. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The list of this key, that of live meetings for what is none. */
    static Listing of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst().orElse(ACTIVE);
    }
}
