package org.moothall.applianceprofiles;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** What the guide says, taken from it by a script and not from our figures: place, row, column (or sentence), value. */
@NonNullByDefault({})
final class GuideRows {

    private GuideRows() {}

    /** The lines of a file beside this class, by tabs. */
    static List<String[]> of(String file) throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(GuideRows.class.getResourceAsStream(file)), StandardCharsets.UTF_8))) {
            return in.lines().map(line -> line.split("\t")).toList();
        }
    }

    /** A table: values by row and column. */
    static Map<String, String> table(String place) throws IOException {
        Map<String, String> cells = new TreeMap<>();
        of("guide-tables.tsv").stream().filter(row -> row[0].equals(place)).forEach(row -> cells.put(row[1] + " | " + row[2], row[3]));
        return cells;
    }
}
