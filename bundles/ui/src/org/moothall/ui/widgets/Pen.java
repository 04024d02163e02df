package org.moothall.ui.widgets;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Status;
import org.moothall.ui.model.Tone;

/** Draws in the theme's look: texts cut with an ellipsis and centred on the line, status shapes, icons, hairlines. For one paint. */
public final class Pen {
    /** Width of a status shape. */
    public static final int SHAPE = 10;

    private static final int FADED = 110;
    private static final String ELLIPSIS = "…";

    private final GC gc;
    private final Look look;

    /** Draws on this. */
    public Pen(GC gc, Look look) {
        this.gc = gc;
        this.look = look;
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
    }

    /** What it draws on, for lines of other kinds. */
    public GC gc() {
        return gc;
    }

    /** The colour of a tone, for lines of other kinds. */
    public Color color(Tone tone) {
        return look.color(tone);
    }

    /** Fills an area. */
    public void fill(Rectangle area, Tone tone) {
        gc.setBackground(look.color(tone));
        gc.fillRectangle(area);
    }

    /** Fills an area with rounded corners. */
    public void round(Rectangle area, Tone tone, int radius) {
        gc.setBackground(look.color(tone));
        gc.fillRoundRectangle(area.x, area.y, area.width, area.height, radius * 2, radius * 2);
    }

    /** Draws the border of an area with rounded corners, inside it. */
    public void border(Rectangle area, Tone tone, int radius, int width) {
        gc.setForeground(look.color(tone));
        gc.setLineWidth(width);
        int inset = width / 2;
        gc.drawRoundRectangle(area.x + inset, area.y + inset, area.width - width, area.height - width, radius * 2, radius * 2);
        gc.setLineWidth(1);
    }

    /** A line of one pixel from left to right. */
    public void hairline(int x, int y, int width) {
        fill(new Rectangle(x, y, width, 1), Tone.HAIRLINE);
    }

    /** Text on the middle of the area's height, cut to its width; returns the width it took. */
    public int text(String text, Rectangle area, Tone tone, TextSize size, int alignment) {
        if (text.isEmpty() || area.width <= 0) {
            return 0;
        }
        gc.setFont(look.font(size));
        gc.setForeground(look.color(tone));
        String cut = cut(text, area.width);
        Point extent = gc.textExtent(cut, SWT.DRAW_TRANSPARENT);
        int x = switch (alignment) {
            case SWT.RIGHT -> area.x + area.width - extent.x;
            case SWT.CENTER -> area.x + (area.width - extent.x) / 2;
            default -> area.x;
        };
        gc.drawText(cut, x, area.y + (area.height - extent.y) / 2, SWT.DRAW_TRANSPARENT);
        return extent.x;
    }

    /** How wide a text is. */
    public int width(String text, TextSize size) {
        gc.setFont(look.font(size));
        return gc.textExtent(text, SWT.DRAW_TRANSPARENT).x;
    }

    /** The text, with an ellipsis where it does not fit; in the present font. */
    private String cut(String text, int width) {
        if (gc.textExtent(text, SWT.DRAW_TRANSPARENT).x <= width) {
            return text;
        }
        int fits = 0;
        int tooLong = text.length();
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) / 2;
            if (gc.textExtent(text.substring(0, middle) + ELLIPSIS, SWT.DRAW_TRANSPARENT).x <= width) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return text.substring(0, fits).stripTrailing() + ELLIPSIS;
    }

    /** An icon on the middle of the area's height, at its left. */
    public void icon(@Nullable Icon icon, Rectangle area, Tone tone, int size) {
        if (icon != null) {
            Image image = look.icon(icon, tone, size);
            gc.drawImage(image, area.x, area.y + (area.height - size) / 2);
        }
    }

    /** A bar that is filled to this share, 0 to 1. */
    public void share(Rectangle track, double share, Tone tone) {
        round(track, Tone.HAIRLINE, track.height / 2);
        int filled = (int) Math.round(track.width * share);
        if (filled > 0) {
            round(new Rectangle(track.x, track.y, Math.max(track.height, filled), track.height), tone, track.height / 2);
        }
    }

    /** Draws weaker from now on while what is shown is out of date. */
    public void fadeWhenStale() {
        if (look.stale()) {
            gc.setAlpha(FADED);
        }
    }

    /** A status shape on the middle of the area's height, at its left: ● ▲ ■ ○. */
    public void status(Status status, Rectangle area) {
        int x = area.x;
        int y = area.y + (area.height - SHAPE) / 2;
        gc.setBackground(look.color(Tone.of(status)));
        gc.setForeground(look.color(Tone.of(status)));
        switch (status) {
            case OK -> gc.fillOval(x, y, SHAPE, SHAPE);
            case WARNING -> gc.fillPolygon(new int[] {x + SHAPE / 2, y - 1, x + SHAPE + 1, y + SHAPE, x - 1, y + SHAPE});
            case ERROR -> gc.fillRectangle(x, y, SHAPE, SHAPE);
            case UNKNOWN -> {
                gc.setLineWidth(2);
                gc.drawOval(x + 1, y + 1, SHAPE - 2, SHAPE - 2);
                gc.setLineWidth(1);
            }
        }
    }
}
