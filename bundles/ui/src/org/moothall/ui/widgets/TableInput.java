package org.moothall.ui.widgets;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.moothall.ui.model.Cell;

/** Turns pointer and keys into selection, opening, sorting and arranging of a live table. */
final class TableInput<T> {
    private final LiveTable<T> table;
    private final Canvas canvas;
    private int pointerY = -1;
    private int focused = -1;
    private String focusedId = "";
    private int pivot = -1;
    private boolean keyboard;
    private final HeadingInput<T> headings;

    /** Listens for this table. */
    public TableInput(LiveTable<T> table, Canvas canvas) {
        this.table = table;
        this.canvas = canvas;
        headings = new HeadingInput<>(table, canvas);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseExit, e -> leave());
        canvas.addListener(SWT.MouseDown, this::press);
        canvas.addListener(SWT.MouseUp, e -> headings.release());
        canvas.addListener(SWT.MouseDoubleClick, this::doubleClick);
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.MenuDetect, this::menu);
        canvas.addListener(SWT.FocusIn, e -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, e -> canvas.redraw());
        canvas.addListener(SWT.Traverse, TableInput::traverse);
    }

    /** Where the pointer is, or -1 when it is not over the table. */
    public int pointerY() {
        return pointerY;
    }

    /** The row under the pointer, or -1. */
    public int hoveredRow() {
        return pointerY < 0 ? -1 : table.rowAt(pointerY);
    }

    /** The row that keys act on, or -1. */
    public int focused() {
        return focused;
    }

    /** Whether the last input came from the keyboard. */
    public boolean keyboard() {
        return keyboard;
    }

    /** What the pointer does with the headings. */
    public HeadingInput<T> headings() {
        return headings;
    }

    /** Keys act on this row from now on. */
    public void focus(int index) {
        focused = index;
        pivot = index;
        focusedId = table.id(table.shown().get(index));
    }

    /** Rows moved: keys still act on the same row. */
    public void focusIs(Map<String, Integer> places) {
        @Nullable Integer place = places.get(focusedId);
        focused = place == null ? Math.min(focused, places.size() - 1) : place;
        pivot = Math.min(pivot, places.size() - 1);
    }

    private void move(Event e) {
        pointerY = e.y;
        if (!headings.move(e)) {
            hint(e);
        }
        canvas.redraw();
    }

    private void leave() {
        pointerY = -1;
        headings.leave();
        canvas.redraw();
    }

    private void hint(Event e) {
        ColumnSet.Place<T> over = headings.at(e.x);
        int row = table.rowAt(e.y);
        String words = null;
        if (over != null && e.y < LiveTable.HEADER) {
            words = over.column().hint();
        } else if (over != null && row >= 0) {
            Cell cell = over.column().cell().apply(table.shown().get(row));
            words = cell.hint() == null && cell.text().length() * 6 > over.width() ? cell.text() : cell.hint();
        }
        if (!Objects.equals(words, canvas.getToolTipText())) {
            canvas.setToolTipText(words);
        }
    }

    private void press(Event e) {
        canvas.setFocus();
        keyboard = false;
        if (e.y < LiveTable.HEADER) {
            headings.press(e);
            return;
        }
        int row = table.rowAt(e.y);
        if (row < 0) {
            table.select(Set.of());
        } else if (e.button == 1 && pressed(e.x, row)) {
            canvas.redraw();
        } else if (e.button == 1 || !table.selectedIds().contains(id(row))) {
            pick(row, (e.stateMask & SWT.MOD1) != 0, (e.stateMask & SWT.SHIFT) != 0);
        }
    }

    private boolean pressed(int x, int row) {
        ColumnSet.Place<T> over = headings.at(x);
        return over != null && table.press(over.column(), table.shown().get(row));
    }

    private void doubleClick(Event e) {
        int row = table.rowAt(e.y);
        if (row >= 0 && e.button == 1) {
            table.open(table.shown().get(row));
        }
    }

    private void wheel(Event e) {
        table.scrollTo(table.scrolled() - e.count * Look.ROW);
        e.doit = false;
    }

    private void key(Event e) {
        int page = Math.max(1, canvas.getClientArea().height / Look.ROW - 2);
        int last = table.shown().size() - 1;
        switch (e.keyCode) {
            case SWT.ARROW_DOWN -> go(focused + 1, e);
            case SWT.ARROW_UP -> go(focused - 1, e);
            case SWT.PAGE_DOWN -> go(focused + page, e);
            case SWT.PAGE_UP -> go(focused - page, e);
            case SWT.HOME -> go(0, e);
            case SWT.END -> go(last, e);
            case SWT.CR, SWT.KEYPAD_CR -> openFocused();
            default -> {
                if (e.keyCode == 'a' && (e.stateMask & SWT.MOD1) != 0) {
                    table.select(table.shown().stream().map(table::id).toList());
                }
            }
        }
    }

    private void go(int to, Event e) {
        if (!table.shown().isEmpty() && (e.stateMask & SWT.ALT) == 0) {
            keyboard = true;
            int row = Math.max(0, Math.min(to, table.shown().size() - 1));
            pick(row, false, (e.stateMask & SWT.SHIFT) != 0);
            table.show(row);
            e.doit = false;
        }
    }

    private void openFocused() {
        if (focused >= 0 && focused < table.shown().size()) {
            table.open(table.shown().get(focused));
        }
    }

    private void pick(int row, boolean toggle, boolean range) {
        if (range && pivot >= 0) {
            List<T> between = table.shown().subList(Math.min(pivot, row), Math.max(pivot, row) + 1);
            focused = row;
            focusedId = id(row);
            table.select(between.stream().map(table::id).toList());
            return;
        }
        focus(row);
        Set<String> ids = new LinkedHashSet<>();
        if (toggle) {
            ids.addAll(table.selectedIds());
        }
        if (!toggle || !ids.remove(id(row))) {
            ids.add(id(row));
        }
        table.select(ids);
    }

    private void menu(Event e) {
        Point at = canvas.toControl(e.x, e.y);
        if (at.y < LiveTable.HEADER && at.y >= 0 && e.detail == SWT.MENU_MOUSE) {
            TableMenus.columns(table, canvas);
            return;
        }
        BiConsumer<Menu, List<T>> fills = table.menu();
        if (fills != null && !table.selection().get().isEmpty()) {
            Menus.atPointer(canvas, menu -> fills.accept(menu, table.selection().get()));
        }
    }

    private String id(int row) {
        return table.id(table.shown().get(row));
    }

    private static void traverse(Event e) {
        e.doit = e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS || e.detail == SWT.TRAVERSE_ESCAPE
                || e.detail == SWT.TRAVERSE_MNEMONIC;
    }
}
