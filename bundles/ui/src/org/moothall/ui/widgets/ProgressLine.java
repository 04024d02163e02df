package org.moothall.ui.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.moothall.ui.model.Tone;

/** A thin line that fills as work goes on; it moves to and fro while nobody knows how much there is to do. */
public final class ProgressLine extends Canvas {
    private static final int HEIGHT = 4;
    private static final int FRAME_MILLIS = 40;
    private static final int ROUND_MILLIS = 1_400;
    private static final double PIECE = 0.3;

    private double share = -1;

    /** A line that moves to and fro; {@code name} is read aloud. */
    public ProgressLine(Composite parent, String name) {
        super(parent, SWT.DOUBLE_BUFFERED);
        Look.styleAsParent(this);
        AccessibleName.set(this, name);
        addListener(SWT.Paint, this::paint);
        tick();
    }

    /** So much is done, 0 to 1; a negative share is unknown. */
    public void share(double done) {
        if (done != share) {
            share = done;
            redraw();
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 120 : widthHint, HEIGHT);
    }

    private void tick() {
        if (!isDisposed()) {
            if (share < 0 && isVisible()) {
                redraw();
            }
            getDisplay().timerExec(FRAME_MILLIS, this::tick);
        }
    }

    private void paint(Event e) {
        Pen pen = new Pen(e.gc, Look.of(this));
        Rectangle area = getClientArea();
        if (share >= 0) {
            pen.share(area, share, Tone.ACCENT);
            return;
        }
        pen.share(area, 0, Tone.ACCENT);
        double turn = System.nanoTime() / 1_000_000 % ROUND_MILLIS / (double) ROUND_MILLIS;
        double place = (1 - Math.cos(turn * 2 * Math.PI)) / 2 * (1 - PIECE);
        pen.round(new Rectangle((int) (area.width * place), 0, (int) (area.width * PIECE), area.height), Tone.ACCENT, HEIGHT / 2);
    }
}
