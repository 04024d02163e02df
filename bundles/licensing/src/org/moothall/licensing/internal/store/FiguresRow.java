package org.moothall.licensing.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

import org.moothall.licensing.internal.rules.Figures;

/** Figures as columns. */
final class FiguresRow {

    static final int WIDTH = Figures.COUNT;
    private static final List<String> NAMES = List.of("pmp", "assigned", "audio", "point_to_point", "full_meeting", "recording", "streaming");
    static final String COLUMNS = String.join(", ", NAMES);
    static final String MARKS = NAMES.stream().map(name -> "?").collect(Collectors.joining(", "));
    static final String SUMS = NAMES.stream().map(name -> "sum(" + name + ")").collect(Collectors.joining(", "));
    static final String NEW = prefixed("excluded.");
    static final String OLD = prefixed("licensing_snapshot.");
    static final String TAKE_NEW = NAMES.stream().map(name -> name + " = excluded." + name).collect(Collectors.joining(", "));

    private FiguresRow() {}

    private static String prefixed(String table) {
        return NAMES.stream().map(name -> table + name).collect(Collectors.joining(", "));
    }

    static Figures read(ResultSet row, int first) throws SQLException {
        int[] values = new int[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            values[i] = row.getInt(first + i);
        }
        return Figures.of(values);
    }

    static void put(Object[] row, int first, Figures figures) {
        for (int i = 0; i < WIDTH; i++) {
            row[first + i] = figures.get(i);
        }
    }
}
