package org.moothall.ui.widgets;

import java.util.function.Predicate;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.moothall.ui.model.Column;

/** What the pointer does with the headings of a live table: a click sorts, a drag moves a column, a drag of its edge resizes it. */
final class HeadingInput<T> {
    private static final int GRIP = 5;
    private static final int DRAG = 6;
    private static final int REACH = 40;

    private final LiveTable<T> table;
    private final Canvas canvas;
    private ColumnSet.@Nullable Place<T> heading;
    private ColumnSet.@Nullable Place<T> resizing;
    private ColumnSet.@Nullable Place<T> moving;
    private boolean moved;
    private int pressedX;
    private int dropMark = -1;

    HeadingInput(LiveTable<T> table, Canvas canvas) {
        this.table = table;
        this.canvas = canvas;
    }

    /** Whether the pointer is over this heading. */
    boolean hovered(Column<T> column) {
        ColumnSet.Place<T> over = heading;
        return over != null && over.column().key().equals(column.key());
    }

    /** Where a dragged heading would go, or -1. */
    int dropMark() {
        return dropMark;
    }

    /** The pointer moved; true while it resizes a column. */
    boolean move(Event e) {
        ColumnSet.Place<T> sized = resizing;
        if (sized != null) {
            table.columns().resize(sized.column(), e.x - sized.x());
            table.arranged();
            return true;
        }
        if (moving != null && Math.abs(e.x - pressedX) > DRAG) {
            moved = true;
            dropMark = table.layout().stream().mapToInt(ColumnSet.Place::x).filter(x -> x > e.x - REACH).findFirst().orElse(e.x);
        }
        boolean over = e.y < LiveTable.HEADER;
        heading = over ? at(e.x) : null;
        canvas.setCursor(over && gripAt(e.x) != null ? canvas.getDisplay().getSystemCursor(SWT.CURSOR_SIZEWE) : null);
        return false;
    }

    /** The pointer left the table. */
    void leave() {
        heading = null;
    }

    /** A heading was pressed. */
    void press(Event e) {
        resizing = e.button == 1 ? gripAt(e.x) : null;
        moving = e.button == 1 && resizing == null ? at(e.x) : null;
        pressedX = e.x;
        moved = false;
    }

    /** The button was released. */
    void release() {
        ColumnSet.Place<T> held = moving;
        if (resizing != null) {
            table.columns().save();
        } else if (held != null && moved) {
            ColumnSet.Place<T> after = first(p -> p.x() >= dropMark);
            table.columns().move(held.column(), after == null ? null : after.column());
            table.arranged();
        } else if (held != null) {
            table.sort(held.column());
        }
        resizing = null;
        moving = null;
        dropMark = -1;
        canvas.redraw();
    }

    /** The column at this place, or null. */
    ColumnSet.@Nullable Place<T> at(int x) {
        return first(p -> x >= p.x() && x < p.x() + p.width());
    }

    private ColumnSet.@Nullable Place<T> gripAt(int x) {
        return first(p -> Math.abs(p.x() + p.width() - x) <= GRIP);
    }

    private ColumnSet.@Nullable Place<T> first(Predicate<ColumnSet.Place<T>> wanted) {
        for (ColumnSet.Place<T> place : table.layout()) {
            if (wanted.test(place)) {
                return place;
            }
        }
        return null;
    }
}
