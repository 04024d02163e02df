package org.moothall.ui.widgets;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.moothall.ui.model.Cell;
import org.moothall.ui.model.Column;

/** Turns pointer and keys into selection, opening, sorting and arranging of a live table. */
final class TableInput<T> {
    private static final int GRIP = 5;

    private final LiveTable<T> table;
    private final Canvas canvas;
    private int pointerY = -1;
    private int focused = -1;
    private String focusedId = "";
    private int pivot = -1;
    private boolean keyboard;
    private ColumnSet.@Nullable Place<T> heading;
    private ColumnSet.@Nullable Place<T> resizing;
    private ColumnSet.@Nullable Place<T> moving;
    private boolean moved;
    private int pressedX;
    private int dropMark = -1;

    /** Listens for this table. */
    public TableInput(LiveTable<T> table, Canvas canvas) {
        this.table = table;
        this.canvas = canvas;
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseExit, e -> leave());
        canvas.addListener(SWT.MouseDown, this::press);
        canvas.addListener(SWT.MouseUp, this::release);
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

    /** Whether the pointer is over this heading. */
    public boolean headingHovered(Column<T> column) {
        ColumnSet.Place<T> over = heading;
        return over != null && over.column().key().equals(column.key());
    }

    /** Where a dragged heading would go, or -1. */
    public int dropMark() {
        return dropMark;
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
        ColumnSet.Place<T> sized = resizing;
        if (sized != null) {
            table.columns().resize(sized.column(), e.x - sized.x());
            table.arranged();
            return;
        }
        if (moving != null && Math.abs(e.x - pressedX) > 6) {
            moved = true;
            dropMark = table.layout().stream().mapToInt(ColumnSet.Place::x).filter(x -> x > e.x - 40).findFirst().orElse(e.x);
        }
        heading = e.y < LiveTable.HEADER ? at(e.x) : null;
        boolean grip = e.y < LiveTable.HEADER && gripAt(e.x) != null;
        canvas.setCursor(grip ? canvas.getDisplay().getSystemCursor(SWT.CURSOR_SIZEWE) : null);
        hint(e);
        canvas.redraw();
    }

    private void leave() {
        pointerY = -1;
        heading = null;
        canvas.redraw();
    }

    private void hint(Event e) {
        ColumnSet.Place<T> over = at(e.x);
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
            resizing = e.button == 1 ? gripAt(e.x) : null;
            moving = e.button == 1 && resizing == null ? at(e.x) : null;
            pressedX = e.x;
            moved = false;
            return;
        }
        int row = table.rowAt(e.y);
        if (row < 0) {
            table.select(Set.of());
        } else if (e.button == 1 || !table.isSelected(id(row))) {
            pick(row, (e.stateMask & SWT.MOD1) != 0, (e.stateMask & SWT.SHIFT) != 0);
        }
    }

    private void release(Event e) {
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
            columnMenu();
            return;
        }
        BiConsumer<Menu, List<T>> fills = table.menu();
        if (fills != null && !table.selection().get().isEmpty()) {
            Menu menu = new Menu(canvas);
            fills.accept(menu, table.selection().get());
            popUp(menu);
        }
    }

    private void columnMenu() {
        Menu menu = new Menu(canvas);
        for (Column<T> column : table.columns().all()) {
            MenuItem item = new MenuItem(menu, SWT.CHECK);
            item.setText(column.hint());
            item.setSelection(table.columns().shows(column));
            item.addListener(SWT.Selection, e -> {
                table.columns().show(column, item.getSelection());
                table.arranged();
            });
        }
        new MenuItem(menu, SWT.SEPARATOR);
        MenuItem reset = new MenuItem(menu, SWT.PUSH);
        reset.setText("Reset columns");
        reset.addListener(SWT.Selection, e -> {
            table.columns().reset();
            table.arranged();
        });
        popUp(menu);
    }

    private static void popUp(Menu menu) {
        menu.addListener(SWT.Hide, e -> menu.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
    }

    private ColumnSet.@Nullable Place<T> at(int x) {
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

    private String id(int row) {
        return table.id(table.shown().get(row));
    }

    private static void traverse(Event e) {
        e.doit = e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS || e.detail == SWT.TRAVERSE_ESCAPE
                || e.detail == SWT.TRAVERSE_MNEMONIC;
    }
}
