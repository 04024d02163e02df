package org.moothall.workbench.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;
import org.moothall.ui.widgets.Look;

/** Lays tiles on twelve columns, row by row; those of a row are equally high. In a narrow window each has a row of its own. */
@NonNullByDefault({})
final class TileLayout extends Layout {
    /** A tile's layout data. */
    record Columns(int count) {}

    private static final int TWELVE = 12;
    private static final int GAP = 32;
    private static final int NARROW = 880;

    @Override
    protected Point computeSize(Composite composite, int widthHint, int heightHint, boolean flush) {
        int width = widthHint == SWT.DEFAULT ? 960 : widthHint;
        return new Point(width, arrange(composite, width, false));
    }

    @Override
    protected void layout(Composite composite, boolean flush) {
        arrange(composite, composite.getClientArea().width, true);
    }

    private static int arrange(Composite composite, int width, boolean move) {
        int inner = width - 2 * Look.MARGIN;
        Control[] tiles = composite.getChildren();
        int y = 16;
        int first = 0;
        while (first < tiles.length) {
            int end = first;
            int used = 0;
            while (end < tiles.length && used + columns(tiles[end], width) <= TWELVE) {
                used += columns(tiles[end++], width);
            }
            y += row(tiles, first, Math.max(end, first + 1), new int[] {inner, y, width}, move) + GAP;
            first = Math.max(end, first + 1);
        }
        return y;
    }

    private static int row(Control[] tiles, int first, int end, int[] place, boolean move) {
        double column = (place[0] + GAP) / (double) TWELVE;
        int height = 0;
        for (int i = first; i < end; i++) {
            height = Math.max(height, tiles[i].computeSize(width(tiles[i], column, place[2]), SWT.DEFAULT).y);
        }
        if (move) {
            double x = Look.MARGIN;
            for (int i = first; i < end; i++) {
                tiles[i].setBounds((int) Math.round(x), place[1], width(tiles[i], column, place[2]), height);
                x += columns(tiles[i], place[2]) * column;
            }
        }
        return height;
    }

    private static int width(Control tile, double column, int available) {
        return (int) Math.round(columns(tile, available) * column) - GAP;
    }

    private static int columns(Control tile, int available) {
        return available < NARROW || !(tile.getLayoutData() instanceof Columns wanted) ? TWELVE : wanted.count();
    }
}
