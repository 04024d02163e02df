package org.moothall.ui.model;

import java.util.Locale;

/** The named colours of the theme. Every theme's CSS gives each of them a value; nothing is painted in any other colour. */
public enum Tone {
    /** Behind pages. */
    SURFACE,
    /** Behind the top bar and the navigation column. */
    CHROME,
    /** Fields, menus and what lies on a surface. */
    RAISED,
    /** Lines between things. */
    HAIRLINE,
    /** Borders of fields and buttons. */
    BORDER,
    /** Text. */
    TEXT,
    /** Text that matters less. */
    MUTED,
    /** What can be clicked, what is chosen. */
    ACCENT,
    /** Accent under the pointer. */
    ACCENT_HOVER,
    /** Text on the accent. */
    ON_ACCENT,
    /** Behind what is selected. */
    SELECTION,
    /** Behind what is under the pointer. */
    HOVER,
    /** Behind a value that has just changed. */
    CHANGED,
    /** Fine. */
    OK,
    /** Look at it today. */
    WARNING,
    /** Behind warnings. */
    WARNING_SURFACE,
    /** Look at it now. */
    ERROR,
    /** Behind errors. */
    ERROR_SURFACE,
    /** Not known. */
    UNKNOWN,
    /** Behind messages at the bottom. */
    NOTICE,
    /** Text of messages at the bottom. */
    ON_NOTICE,
    /** What can be clicked in messages at the bottom. */
    NOTICE_ACTION;

    /** Its name in CSS: {@code warning-surface}. */
    public String css() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The tone of a status' shape and word. */
    public static Tone of(Status status) {
        return switch (status) {
            case OK -> OK;
            case UNKNOWN -> UNKNOWN;
            case WARNING -> WARNING;
            case ERROR -> ERROR;
        };
    }
}
