package org.moothall.ui.widgets;

import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.moothall.ui.model.Cell;
import org.moothall.ui.model.Column;
import org.moothall.ui.model.Status;
import org.moothall.ui.model.Tone;

/** Draws the part of a live table that is seen. */
final class TablePaint<T> {
    private static final int GAP = 8;
    private static final int NUMBER = 36;

    private final LiveTable<T> table;
    private final Canvas canvas;

    /** Draws this table. */
    public TablePaint(LiveTable<T> table, Canvas canvas) {
        this.table = table;
        this.canvas = canvas;
    }

    /** Draws all that is seen. */
    public void paint(GC gc, TableInput<T> input) {
        Look look = Look.of(canvas);
        Pen pen = new Pen(gc, look);
        Rectangle area = canvas.getClientArea();
        pen.fill(area, Tone.SURFACE);
        pen.fadeWhenStale();
        List<ColumnSet.Place<T>> layout = table.layout();
        if (table.loading()) {
            skeleton(pen, layout, area);
        }
        int first = Math.max(0, table.scrolled() / Look.ROW);
        for (int i = first; i < table.shown().size() && table.bounds(i).y < area.height; i++) {
            row(pen, i, layout, input);
        }
        header(pen, layout, input, area);
    }

    private void header(Pen pen, List<ColumnSet.Place<T>> layout, TableInput<T> input, Rectangle area) {
        pen.fill(new Rectangle(0, 0, area.width, LiveTable.HEADER), Tone.SURFACE);
        for (ColumnSet.Place<T> place : layout) {
            heading(pen, place, input.headings().hovered(place.column()));
        }
        pen.hairline(0, LiveTable.HEADER - 1, area.width);
        int mark = input.headings().dropMark();
        if (mark >= 0) {
            pen.fill(new Rectangle(mark - 1, 4, 2, LiveTable.HEADER - 8), Tone.ACCENT);
        }
    }

    private void heading(Pen pen, ColumnSet.Place<T> place, boolean hovered) {
        Column<T> column = place.column();
        boolean sorted = table.columns().sortedBy(column) && column.order() != null;
        int arrow = sorted ? 12 : 0;
        Rectangle text = new Rectangle(place.x() + GAP, 0, place.width() - 2 * GAP - arrow, LiveTable.HEADER - 1);
        Tone tone = sorted || hovered ? Tone.TEXT : Tone.MUTED;
        if (column.right()) {
            text.x += arrow;
        }
        int width = pen.text(column.label(), text, tone, TextSize.SMALL, column.right() ? SWT.RIGHT : SWT.LEFT);
        if (sorted) {
            int x = column.right() ? text.x + text.width - width - 11 : text.x + width + 5;
            arrow(pen, x, LiveTable.HEADER / 2 - 1, table.columns().descending());
        }
        if (hovered) {
            pen.fill(new Rectangle(place.x() + place.width() - 1, 8, 1, LiveTable.HEADER - 16), Tone.BORDER);
        }
    }

    private void arrow(Pen pen, int x, int y, boolean down) {
        int tip = down ? y + 3 : y - 2;
        int base = down ? y - 1 : y + 2;
        GC gc = pen.gc();
        gc.setForeground(Look.of(canvas).color(Tone.ACCENT));
        gc.setLineWidth(2);
        gc.drawPolyline(new int[] {x, base, x + 3, tip, x + 6, base});
        gc.setLineWidth(1);
    }

    private void row(Pen pen, int index, List<ColumnSet.Place<T>> layout, TableInput<T> input) {
        T row = table.shown().get(index);
        String id = table.id(row);
        Rectangle bounds = table.bounds(index);
        boolean selected = table.selectedIds().contains(id);
        if (selected || input.hoveredRow() == index) {
            pen.fill(bounds, selected ? Tone.SELECTION : Tone.HOVER);
        }
        if (selected) {
            pen.fill(new Rectangle(bounds.x, bounds.y, 3, bounds.height), Tone.ACCENT);
        }
        for (ColumnSet.Place<T> place : layout) {
            Rectangle area = new Rectangle(place.x(), bounds.y, place.width(), bounds.height - 1);
            if (!selected && table.marked(id, place.column())) {
                pen.round(new Rectangle(area.x + 2, area.y + 4, area.width - 4, area.height - 7), Tone.CHANGED, 3);
            }
            cell(pen, place.column().cell().apply(row), area, place.column().right());
        }
        pen.hairline(bounds.x, bounds.y + bounds.height - 1, bounds.width);
        if (table.isBusy(id)) {
            spinner(pen, bounds);
        }
        if (canvas.isFocusControl() && input.focused() == index && input.keyboard()) {
            pen.border(new Rectangle(bounds.x + 1, bounds.y + 1, bounds.width - 2, bounds.height - 3), Tone.ACCENT, 3, 1);
        }
    }

    private void cell(Pen pen, Cell cell, Rectangle place, boolean right) {
        Rectangle area = new Rectangle(place.x + GAP, place.y, Math.max(0, place.width - 2 * GAP), place.height);
        @Nullable Status status = cell.status();
        if (status != null) {
            pen.status(status, area);
            area = shifted(area, Pen.SHAPE + GAP);
        }
        if (cell.icon() != null) {
            int size = 16;
            if (cell.text().isEmpty()) {
                area = new Rectangle(place.x + (place.width - size) / 2, area.y, size, area.height);
            }
            pen.icon(cell.icon(), area, cell.tone(), size);
            area = shifted(area, size + GAP);
        }
        @Nullable Double share = cell.share();
        if (share != null) {
            bar(pen, share, cell, area);
            return;
        }
        pen.text(cell.text(), area, cell.tone(), cell.strong() ? TextSize.STRONG : TextSize.BODY, right ? SWT.RIGHT : SWT.LEFT);
    }

    private static void bar(Pen pen, double share, Cell cell, Rectangle area) {
        Rectangle track = new Rectangle(area.x, area.y + area.height / 2 - 2, Math.max(0, area.width - NUMBER), 4);
        pen.share(track, share, cell.tone());
        pen.text(cell.text(), area, Tone.TEXT, TextSize.BODY, SWT.RIGHT);
    }

    private static Rectangle shifted(Rectangle area, int by) {
        return new Rectangle(area.x + by, area.y, Math.max(0, area.width - by), area.height);
    }

    private void spinner(Pen pen, Rectangle bounds) {
        int turn = (int) (System.nanoTime() / 3_000_000 % 360);
        GC gc = pen.gc();
        gc.setForeground(Look.of(canvas).color(Tone.ACCENT));
        gc.setLineWidth(2);
        gc.drawArc(bounds.x + bounds.width - 26, bounds.y + (bounds.height - 14) / 2, 14, 14, -turn, 270);
        gc.setLineWidth(1);
        canvas.getDisplay().timerExec(50, () -> {
            if (!canvas.isDisposed()) {
                canvas.redraw(bounds.x + bounds.width - 30, bounds.y, 30, bounds.height, false);
            }
        });
    }

    private void skeleton(Pen pen, List<ColumnSet.Place<T>> layout, Rectangle area) {
        for (int i = 0; i < 8 && LiveTable.HEADER + i * Look.ROW < area.height; i++) {
            int y = LiveTable.HEADER + i * Look.ROW;
            for (ColumnSet.Place<T> place : layout) {
                int width = Math.max(0, Math.min(place.width() - 2 * GAP, 40 + (i * 37 + place.x() * 13) % 120));
                if (place.width() > 40) {
                    int x = place.column().right() ? place.x() + place.width() - GAP - Math.min(width, 40) : place.x() + GAP;
                    pen.round(new Rectangle(x, y + 11, place.column().right() ? Math.min(width, 40) : width, 9), Tone.HOVER, 4);
                }
            }
            pen.hairline(0, y + Look.ROW - 1, area.width);
        }
    }
}
