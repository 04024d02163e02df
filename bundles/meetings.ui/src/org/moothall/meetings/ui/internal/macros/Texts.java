package org.moothall.meetings.ui.internal.macros;

import org.moothall.ui.Catalogue;

/** The texts of the Macros page. */
final class Texts {
    private static final Catalogue ALL = Catalogue.of(Texts.class);

    private Texts() {}

    /** The text of this key. */
    static String of(String key, Object... arguments) {
        return ALL.text(key, arguments);
    }

    /** So many of something. */
    static String count(String key, long number) {
        return ALL.count(key, number);
    }
}
