package org.moothall.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.Cell;
import org.moothall.ui.model.Column;
import org.moothall.ui.model.LiveRows;
import org.moothall.ui.widgets.LiveTable;
import org.moothall.ui.widgets.Look;

/** A table with 10,000 rows in a real window. */
@NonNullByDefault({})
@ExtendWith(Stage.class)
@EnabledIf("org.moothall.testkit.RunningLab#built")
class LiveTableUiTest {
    private static final int ROWS = 10_000;

    private record Row(int id, int place, String text) {}

    private final RunningWorkbench workbench = Stage.get().workbench();
    private final AtomicInteger drawn = new AtomicInteger();
    private final LiveRows<Row> rows = new LiveRows<>(row -> Integer.toString(row.id));
    private Shell shell;
    private LiveTable<Row> table;

    @BeforeEach
    void open() {
        shell = workbench.on(() -> {
            Shell made = new Shell(workbench.shell().getDisplay());
            made.setLayout(new FillLayout());
            made.setSize(640, 480);
            table = new LiveTable<>(made, "test", "Ten thousand", rows, List.of(Column.<Row>of("text", "Text", 200, this::cell)
                    .sorted(Comparator.comparingInt(Row::place))), UserSettings.none()).sortedBy("text", false);
            rows.replaceAll(IntStream.range(0, ROWS).mapToObj(i -> new Row(i, i * 10, "Row " + i)).toList());
            made.open();
            return made;
        });
        workbench.settle(5);
    }

    @AfterEach
    void close() {
        workbench.on(() -> {
            shell.dispose();
            return true;
        });
    }

    private Cell cell(Row row) {
        drawn.incrementAndGet();
        return Cell.of(row.text);
    }

    @Test
    void scrollingDrawsOnlyWhatIsSeen() {
        drawn.set(0);
        List<Integer> each = new ArrayList<>();
        for (int i = 1; i <= 50; i++) {
            int to = i * 200 * Look.ROW;
            workbench.on(() -> {
                table.scrollTo(to);
                table.control().update();
                return true;
            });
            each.add(drawn.getAndSet(0));
        }
        int seen = workbench.on(() -> table.control().getSize().y) / Look.ROW + 2;
        assertTrue(each.stream().allMatch(count -> count <= seen), () -> "cells drawn a frame: " + each + ", seen: " + seen);
        assertTrue(each.stream().anyMatch(count -> count > 0), "something was drawn");
        assertEquals((ROWS * Look.ROW) - workbench.on(() -> table.control().getSize().y) + LiveTable.HEADER, scrolled(), 40);
    }

    @Test
    void theWheelScrollsByRowsAndStopsAtTheEnds() {
        wheel(-3);
        assertEquals(3 * Look.ROW, scrolled());
        wheel(5);
        assertEquals(0, scrolled());
    }

    @Test
    void liveUpdatesKeepSelectionAndScrolling() {
        workbench.on(() -> {
            table.reveal("5000");
            return true;
        });
        int before = scrolled();
        int line = workbench.on(() -> table.bounds(5_000).y);
        update(new Row(4_990, 49_900, "changed"), new Row(20_001, 5, "new above"), new Row(20_002, 99_999_999, "new below"));
        assertEquals(List.of("5000"), workbench.on(() -> table.selection().get().stream().map(row -> Integer.toString(row.id)).toList()));
        assertEquals(before + Look.ROW, scrolled(), "one row was put above what is seen");
        assertEquals(line, workbench.on(() -> table.bounds(5_001).y), "and the selected row stands where it stood");
    }

    @Test
    void newRowsDoNotPushTheOneUnderThePointer() {
        pointAt(4);
        update(new Row(30_001, -1, "first"), new Row(30_002, 15, "third"));
        int y = workbench.on(() -> table.bounds(6).y);
        assertEquals("4", workbench.on(() -> Integer.toString(table.shown().get(6).id)));
        assertEquals(LiveTable.HEADER + 4 * Look.ROW, y, "the row stands where the pointer is");
    }

    @Test
    void aRowThatGoesAwayAboveDoesNotMoveWhatIsSeen() {
        workbench.on(() -> {
            table.scrollTo(100 * Look.ROW);
            rows.remove(List.of("3", "4"));
            return true;
        });
        assertEquals(98 * Look.ROW, scrolled());
        assertEquals(100, workbench.on(() -> table.shown().get(98).id));
    }

    private void pointAt(int row) {
        workbench.on(() -> {
            Event move = new Event();
            move.x = 40;
            move.y = table.bounds(row).y + 4;
            table.control().notifyListeners(SWT.MouseMove, move);
            return true;
        });
    }

    private void wheel(int count) {
        workbench.on(() -> {
            Event turn = new Event();
            turn.count = count;
            table.control().notifyListeners(SWT.MouseVerticalWheel, turn);
            return true;
        });
    }

    private void update(Row... changed) {
        workbench.on(() -> {
            rows.put(List.of(changed));
            return true;
        });
    }

    private int scrolled() {
        return workbench.on(() -> table.scrolled());
    }
}
