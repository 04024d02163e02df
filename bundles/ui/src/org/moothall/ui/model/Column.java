package org.moothall.ui.model;

import java.util.Comparator;
import java.util.function.Function;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A column of a live table.
 *
 * @param key kebab-case; under it width, place and visibility are remembered
 * @param label heading; empty for icon columns, then {@code hint} names it
 * @param hint tooltip of the heading and name in the column chooser
 * @param width pixels at the start
 * @param right numbers and durations stand at the right
 * @param marks whether a changed value is marked for a second; false for clocks
 * @param initiallyShown whether it is there before the user chose
 * @param cell what a row shows in it; called often, must be quick
 * @param order how rows are sorted by it, or null when they are not
 */
public record Column<T>(String key, String label, String hint, int width, boolean right, boolean marks, boolean initiallyShown,
        Function<T, Cell> cell, @Nullable Comparator<T> order) {
    /** A column of texts, not sorted. */
    public static <T> Column<T> of(String key, String label, int width, Function<T, Cell> cell) {
        return new Column<>(key, label, label, width, false, true, true, cell, null);
    }

    /** A narrow column of icons; {@code name} is its tooltip and its name in the chooser. */
    public static <T> Column<T> icons(String key, String name, Function<T, Cell> cell) {
        return new Column<>(key, "", name, 32, false, true, true, cell, null);
    }

    /** This column for rows that hold what it shows. */
    public <R> Column<R> in(Function<R, T> holder) {
        @Nullable Comparator<T> by = order;
        return new Column<>(key, label, hint, width, right, marks, initiallyShown, row -> cell.apply(holder.apply(row)),
                by == null ? null : (one, other) -> by.compare(holder.apply(one), holder.apply(other)));
    }

    /** Sorted like this; the first click sorts ascending. Null for not sorted. */
    public Column<T> sorted(@Nullable Comparator<T> by) {
        return new Column<>(key, label, hint, width, right, marks, initiallyShown, cell, by);
    }

    /** Numbers: at the right. */
    public Column<T> atRight() {
        return new Column<>(key, label, hint, width, true, marks, initiallyShown, cell, order);
    }

    /** A clock: its changes are not marked. */
    public Column<T> quiet() {
        return new Column<>(key, label, hint, width, right, false, initiallyShown, cell, order);
    }

    /** Hidden until the user chooses it. */
    public Column<T> hidden() {
        return new Column<>(key, label, hint, width, right, marks, false, cell, order);
    }

    /** The same with a tooltip on the heading. */
    public Column<T> withHint(String words) {
        return new Column<>(key, label, words, width, right, marks, initiallyShown, cell, order);
    }
}
