package org.moothall.ui.model;

import java.util.Objects;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What a table cell shows. Cells are compared to tell whether a value changed.
 *
 * @param text the words; may be empty when an icon says it all
 * @param tone colour of the text, usually {@link Tone#TEXT} or {@link Tone#MUTED}
 * @param status shape before the text, or null
 * @param icon icon before the text, or null; drawn in {@code tone}
 * @param strong whether it is the row's title
 * @param hint tooltip, read aloud together with the text; null for none
 * @param share how much of a bar before the text is filled, 0 to 1; null for no bar
 */
public record Cell(String text, Tone tone, @Nullable Status status, @Nullable Icon icon, boolean strong, @Nullable String hint,
        @Nullable Double share) {
    /** Nothing. */
    public static final Cell EMPTY = of("");

    /** Plain text. */
    public static Cell of(String text) {
        return new Cell(text, Tone.TEXT, null, null, false, null, null);
    }

    /** Text that matters less. */
    public static Cell muted(String text) {
        return new Cell(text, Tone.MUTED, null, null, false, null, null);
    }

    /** The row's title. */
    public static Cell title(String text) {
        return new Cell(text, Tone.TEXT, null, null, true, null, null);
    }

    /** Shape and word of a status, in its own words. */
    public static Cell status(Status status, String word) {
        return new Cell(word, Tone.TEXT, status, null, false, null, null);
    }

    /** An icon that says it all; the hint says it in words. */
    public static Cell icon(Icon icon, Tone tone, String hint) {
        return new Cell("", tone, null, icon, false, hint, null);
    }

    /** A bar, filled to this share (0 to 1), and the number that it stands for. */
    public static Cell bar(double share, Tone tone, String number) {
        return new Cell(number, tone, null, null, false, null, Math.max(0, Math.min(1, share)));
    }

    /** What is read aloud: the words, or the hint where there are none. */
    public String spoken() {
        return text.isEmpty() ? Objects.requireNonNullElse(hint, "") : text;
    }

    /** The same with an icon before the text. */
    public Cell withIcon(Icon before) {
        return new Cell(text, tone, status, before, strong, hint, share);
    }

    /** The same with a tooltip. */
    public Cell withHint(@Nullable String words) {
        return new Cell(text, tone, status, icon, strong, words, share);
    }

    /** The same in another tone. */
    public Cell in(Tone other) {
        return new Cell(text, other, status, icon, strong, hint, share);
    }
}
