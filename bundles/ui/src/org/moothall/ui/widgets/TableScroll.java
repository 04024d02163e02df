package org.moothall.ui.widgets;

import java.util.Objects;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.ScrollBar;

/** What part of a live table is seen: its scroll bars, and how far away they are, in pixels. */
final class TableScroll {
    private static final int STEP = 40;

    private final Canvas canvas;
    private int above;
    private int rows;

    /** Scrolls this canvas, which has both bars. */
    TableScroll(Canvas canvas) {
        this.canvas = canvas;
        vertical().addListener(SWT.Selection, e -> to(vertical().getSelection()));
        horizontal().addListener(SWT.Selection, e -> canvas.redraw());
    }

    /** How many pixels are scrolled away above. */
    int above() {
        return above;
    }

    /** How many pixels are scrolled away at the left. */
    int left() {
        return horizontal().isVisible() ? horizontal().getSelection() : 0;
    }

    /** Height of what is seen of the rows. */
    int viewport() {
        return Math.max(0, canvas.getClientArea().height - LiveTable.HEADER);
    }

    /** Where a row lies in the control. */
    Rectangle bounds(int row) {
        return new Rectangle(0, LiveTable.HEADER + row * Look.ROW - above, canvas.getClientArea().width, Look.ROW);
    }

    /** The row at this height in the control, or -1. */
    int rowAt(int y) {
        int index = y < LiveTable.HEADER ? -1 : (y - LiveTable.HEADER + above) / Look.ROW;
        return index < rows ? index : -1;
    }

    /** Scrolls so that this many pixels are away above. */
    void to(int pixels) {
        above = Math.max(0, Math.min(pixels, rows * Look.ROW - viewport()));
        vertical().setSelection(above);
        canvas.redraw();
    }

    /** Scrolls just far enough to show this row. */
    void show(int row) {
        int top = row * Look.ROW;
        if (top < above) {
            to(top);
        } else if (top + Look.ROW > above + viewport()) {
            to(top + Look.ROW - viewport());
        }
    }

    /** A row stands at another place now: what is seen moves along with it. */
    void follow(int before, int now) {
        above += (now - before) * Look.ROW;
    }

    /** There are so many rows now, at least so wide. */
    void fit(int count, int wide) {
        rows = count;
        int height = count * Look.ROW;
        vertical().setVisible(height > viewport());
        vertical().setValues(Math.max(0, Math.min(above, height)), 0, Math.max(1, height), Math.max(1, Math.min(viewport(), height)), Look.ROW,
                Math.max(Look.ROW, viewport()));
        int width = canvas.getClientArea().width;
        horizontal().setVisible(wide > width);
        horizontal().setValues(horizontal().getSelection(), 0, wide, Math.max(1, Math.min(width, wide)), STEP, Math.max(1, width));
        to(above);
    }

    private ScrollBar vertical() {
        return bar(canvas.getVerticalBar());
    }

    private ScrollBar horizontal() {
        return bar(canvas.getHorizontalBar());
    }

    private static ScrollBar bar(@Nullable ScrollBar bar) {
        return Objects.requireNonNull(bar);
    }
}
