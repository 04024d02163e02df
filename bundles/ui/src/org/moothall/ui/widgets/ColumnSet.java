package org.moothall.ui.widgets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.Column;

/** The columns of a table as the user arranged them: which, in which order, how wide, sorted by which. Remembered. Free of SWT. */
final class ColumnSet<T> {
    /** A column no narrower than this. */
    public static final int MIN_WIDTH = 28;

    private static final int INSET = 16;

    /** A shown column and where it lies. */
    public record Place<T>(Column<T> column, int x, int width) {}

    private final List<Column<T>> columns;
    private final UserSettings settings;
    private final String key;
    private final Map<String, Integer> widths = new HashMap<>();
    private List<String> shown;
    private String sortKey = "";
    private boolean descending;

    /** These columns, arranged as remembered under {@code key}. */
    public ColumnSet(String key, List<Column<T>> columns, UserSettings settings) {
        this.key = key;
        this.columns = List.copyOf(columns);
        this.settings = settings;
        shown = defaults();
        settings.find(key + ".columns").ifPresent(this::restore);
        settings.find(key + ".sort").ifPresent(this::restoreSort);
    }

    /** All columns, shown or not. */
    public List<Column<T>> all() {
        return columns;
    }

    /** Whether the column is shown. */
    public boolean shows(Column<T> column) {
        return shown.contains(column.key());
    }

    /** Where the shown columns lie in this width; the widest one takes what is left over. */
    public List<Place<T>> layout(int available) {
        List<Column<T>> visible = shown.stream().map(this::byKey).toList();
        int sum = visible.stream().mapToInt(this::width).sum();
        int spare = Math.max(0, available - sum - 2 * INSET);
        String widest = visible.stream().max(Comparator.comparingInt(Column::width)).map(Column::key).orElse("");
        List<Place<T>> places = new ArrayList<>();
        int x = INSET;
        for (Column<T> column : visible) {
            int width = width(column) + (column.key().equals(widest) ? spare : 0);
            places.add(new Place<>(column, x, width));
            x += width;
        }
        return places;
    }

    /** How wide all of it is at least. */
    public int minimum() {
        return shown.stream().mapToInt(k -> width(byKey(k))).sum() + 2 * INSET;
    }

    /** Makes a column this wide. */
    public void resize(Column<T> column, int width) {
        widths.put(column.key(), Math.max(MIN_WIDTH, width));
    }

    /** Puts a column before another one, or last. */
    public void move(Column<T> column, @Nullable Column<T> before) {
        if (before != null && before.key().equals(column.key())) {
            return;
        }
        List<String> keys = new ArrayList<>(shown);
        keys.remove(column.key());
        keys.add(before == null ? keys.size() : keys.indexOf(before.key()), column.key());
        shown = keys;
        save();
    }

    /** Shows or hides a column; the last one stays. */
    public void show(Column<T> column, boolean on) {
        List<String> keys = new ArrayList<>(shown);
        if (on && !keys.contains(column.key())) {
            keys.add(column.key());
        } else if (!on && keys.size() > 1) {
            keys.remove(column.key());
        }
        shown = keys;
        save();
    }

    /** As it was at first. */
    public void reset() {
        shown = defaults();
        widths.clear();
        settings.put(key + ".columns", "");
    }

    /** Remembers the arrangement. */
    public void save() {
        settings.put(key + ".columns", String.join(" ", shown.stream().map(k -> k + "=" + width(byKey(k))).toList()));
    }

    /** Sorts by this column; the same one again turns the order round. */
    public void sort(Column<T> column) {
        sort(column.key(), column.key().equals(sortKey) && !descending);
        settings.put(key + ".sort", sortKey + (descending ? " desc" : " asc"));
    }

    /** Sorts like this unless the user chose before. */
    public void sortInitially(String columnKey, boolean down) {
        if (sortKey.isEmpty()) {
            sort(columnKey, down);
        }
    }

    /** Whether rows are sorted by this column. */
    public boolean sortedBy(Column<T> column) {
        return column.key().equals(sortKey);
    }

    /** Key of the column by which rows are sorted; empty for none. */
    public String sortKey() {
        return sortKey;
    }

    /** Whether the order is turned round. */
    public boolean descending() {
        return descending;
    }

    /** How rows are sorted, or null for as they came. */
    public @Nullable Comparator<T> order() {
        @Nullable Comparator<T> by = columns.stream().filter(this::sortedBy).findFirst().map(Column::order).orElse(null);
        return by == null ? null : descending ? by.reversed() : by;
    }

    private void sort(String columnKey, boolean down) {
        sortKey = columnKey;
        descending = down;
    }

    private List<String> defaults() {
        return columns.stream().filter(Column::initiallyShown).map(Column::key).toList();
    }

    private int width(Column<T> column) {
        return Objects.requireNonNullElse(widths.get(column.key()), column.width());
    }

    private Column<T> byKey(String columnKey) {
        return columns.stream().filter(c -> c.key().equals(columnKey)).findFirst().orElseThrow();
    }

    private void restore(String saved) {
        List<String> keys = new ArrayList<>();
        for (String entry : saved.split(" ")) {
            String[] parts = entry.split("=");
            if (parts.length == 2 && columns.stream().anyMatch(c -> c.key().equals(parts[0])) && parts[1].matches("\\d{1,4}")) {
                keys.add(parts[0]);
                widths.put(parts[0], Math.max(MIN_WIDTH, Integer.parseInt(parts[1])));
            }
        }
        if (!keys.isEmpty()) {
            shown = keys;
        }
    }

    private void restoreSort(String saved) {
        String[] parts = saved.split(" ");
        if (columns.stream().anyMatch(c -> c.key().equals(parts[0]) && c.order() != null)) {
            sort(parts[0], saved.endsWith(" desc"));
        }
    }
}
