package org.moothall.ui.widgets;

/** The three sizes of text, and the strong form of the middle one. */
public enum TextSize {
    /** Names of columns, ages, units. */
    SMALL,
    /** Everything else, in the system's size. */
    BODY,
    /** The body size for what a row or block is called. */
    STRONG,
    /** Names of pages and details; numbers on tiles. */
    TITLE
}
