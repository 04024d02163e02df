package org.moothall.ui.widgets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.Cell;
import org.moothall.ui.model.Column;

class ColumnSetTest {
    private final Column<String> name = Column.<String>of("name", "Name", 200, Cell::of).sorted(Comparator.naturalOrder());
    private final Column<String> size = Column.<String>of("size", "Size", 80, row -> Cell.of("" + row.length())).atRight();
    private final Column<String> extra = Column.<String>of("extra", "Extra", 60, Cell::of).hidden();
    private final Map<String, String> kept = new HashMap<>();
    private final UserSettings settings = new UserSettings() {
        @Override
        public Optional<String> find(String key) {
            return kept.containsKey(key) ? Optional.of("" + kept.get(key)) : Optional.empty();
        }

        @Override
        public void put(String key, String value) {
            kept.put(key, value);
        }
    };

    @Test
    void theWidestColumnTakesWhatIsLeftOver() {
        List<ColumnSet.Place<String>> places = columns().layout(500);
        assertEquals(List.of("name", "size"), keys(columns()));
        assertEquals(500 - 32 - 80, places.get(0).width());
        assertEquals(80, places.get(1).width());
    }

    @Test
    void whatTheUserArrangedIsThereNextTime() {
        ColumnSet<String> columns = columns();
        columns.show(extra, true);
        columns.move(extra, name);
        columns.resize(size, 120);
        columns.save();
        columns.sort(name);
        ColumnSet<String> next = columns();
        assertEquals(List.of("extra", "name", "size"), keys(next));
        assertEquals(60 + 200 + 120 + 32, next.minimum());
        assertTrue(next.sortedBy(name));
    }

    @Test
    void theLastColumnCannotBeHidden() {
        ColumnSet<String> columns = columns();
        columns.show(name, false);
        columns.show(size, false);
        assertEquals(List.of("size"), keys(columns));
    }

    @Test
    void sortingTheSameColumnAgainTurnsTheOrderRound() {
        ColumnSet<String> columns = columns();
        columns.sort(name);
        assertTrue(assertNotNullOrder(columns).compare("a", "b") < 0);
        columns.sort(name);
        assertTrue(assertNotNullOrder(columns).compare("a", "b") > 0);
    }

    @Test
    void damagedSettingsAreIgnored() {
        kept.put("t.columns", "gone=12 name=x =5");
        kept.put("t.sort", "gone desc");
        assertEquals(List.of("name", "size"), keys(columns()));
    }

    private ColumnSet<String> columns() {
        return new ColumnSet<>("t", List.of(name, size, extra), settings);
    }

    private static List<String> keys(ColumnSet<String> columns) {
        return columns.layout(500).stream().map(place -> place.column().key()).toList();
    }

    private static Comparator<String> assertNotNullOrder(ColumnSet<String> columns) {
        Comparator<String> order = columns.order();
        assertNotNull(order);
        return order;
    }
}
