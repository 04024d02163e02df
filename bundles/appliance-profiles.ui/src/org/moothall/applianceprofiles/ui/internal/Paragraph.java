package org.moothall.applianceprofiles.ui.internal;

/** A piece of an answer as it is read from top to bottom. */
record Paragraph(Style style, String text) {
    /** How it looks. */
    enum Style {
        /** Begins a part. */
        HEADING,
        /** Says what it is about. */
        LEAD,
        TEXT,
        /** Matters less: arithmetic and sources. */
        DETAIL,
        /** Should not be so. */
        MISTAKE
    }
}
