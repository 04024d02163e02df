package org.moothall.ui.widgets;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.ui.model.Column;

/** Which values changed within the last second. Free of SWT; times in milliseconds of any steady clock. */
final class ChangeMarks<T> {
    /** How long a change stays marked. */
    public static final int MILLIS = 1_000;

    private record Mark(String row, String column) {}

    private final Map<Mark, Long> until = new HashMap<>();
    private Map<String, T> known = Map.of();

    /** These are the rows now; compares them with those of the last call. True when something is marked anew. */
    public boolean update(Map<String, T> rows, List<Column<T>> columns, long now) {
        Set<Mark> found = new HashSet<>();
        for (Map.Entry<String, T> row : rows.entrySet()) {
            @Nullable T before = known.get(row.getKey());
            if (before != null && !before.equals(row.getValue())) {
                compare(row.getKey(), before, row.getValue(), columns, found);
            }
        }
        known = rows;
        found.forEach(mark -> until.put(mark, now + MILLIS));
        return !found.isEmpty();
    }

    /** Whether this value is marked. */
    public boolean marked(String row, Column<T> column, long now) {
        @Nullable Long end = until.get(new Mark(row, column.key()));
        return end != null && end > now;
    }

    /** Forgets marks whose time is over. */
    public void expire(long now) {
        until.values().removeIf(end -> end <= now);
    }

    private static <T> void compare(String id, T before, T after, List<Column<T>> columns, Set<Mark> found) {
        for (Column<T> column : columns) {
            if (column.marks() && !column.cell().apply(before).equals(column.cell().apply(after))) {
                found.add(new Mark(id, column.key()));
            }
        }
    }
}
