package org.moothall.ui.widgets;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.moothall.ui.model.Cell;
import org.moothall.ui.model.Column;

class ChangeMarksTest {
    private record Row(String name, int people) {}

    private final Column<Row> name = Column.of("name", "Name", 100, row -> Cell.of(row.name()));
    private final Column<Row> people = Column.of("people", "People", 50, row -> Cell.of("" + row.people()));
    private final Column<Row> clock = Column.<Row>of("clock", "Clock", 50, row -> Cell.of("" + row.people())).quiet();
    private final ChangeMarks<Row> marks = new ChangeMarks<>();

    @Test
    void onlyTheChangedValueIsMarkedAndOnlyForASecond() {
        update(new Row("Board", 3), 0);
        assertTrue(update(new Row("Board", 4), 100));
        assertTrue(marks.marked("m", people, 1_099));
        assertFalse(marks.marked("m", name, 1_099));
        assertFalse(marks.marked("m", people, 1_100));
    }

    @Test
    void clocksAreNotMarked() {
        update(new Row("Board", 3), 0);
        update(new Row("Board", 4), 100);
        assertFalse(marks.marked("m", clock, 101));
    }

    @Test
    void aNewRowIsNotMarked() {
        assertFalse(update(new Row("Board", 3), 0));
    }

    private boolean update(Row row, long now) {
        return marks.update(Map.of("m", row), List.of(name, people, clock), now);
    }
}
