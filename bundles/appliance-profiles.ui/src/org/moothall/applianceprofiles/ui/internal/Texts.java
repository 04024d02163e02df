package org.moothall.applianceprofiles.ui.internal;

import org.moothall.ui.Catalogue;

/** The texts of the Sizing page. */
final class Texts {
    private static final Catalogue ALL = Catalogue.of(Texts.class);

    private Texts() {}

    /** The text of this key. */
    static String of(String key, Object... arguments) {
        return ALL.text(key, arguments);
    }
}
