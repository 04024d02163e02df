package org.moothall.ui.internal;

import org.moothall.ui.Catalogue;

/** The texts of the shared widgets. */
public final class Texts {
    private static final Catalogue ALL = Catalogue.of(Texts.class);

    private Texts() {}

    /** The text of this key. */
    public static String of(String key, Object... arguments) {
        return ALL.text(key, arguments);
    }

    /** So many of something. */
    public static String count(String key, long number) {
        return ALL.count(key, number);
    }
}
