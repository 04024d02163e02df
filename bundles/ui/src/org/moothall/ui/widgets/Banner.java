package org.moothall.ui.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.moothall.ui.internal.Texts;
import org.moothall.ui.model.Status;
import org.moothall.ui.model.Tone;

/** A quiet strip that tells a condition of the whole page or window for as long as it lasts. Hidden until {@link #show}. For grid layouts. */
public final class Banner extends Canvas {
    private Status status = Status.WARNING;
    private String text = "";

    /** A hidden banner. */
    public Banner(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        Look.style(this, Look.SURFACE);
        addListener(SWT.Paint, this::paint);
        AccessibleName.set(this, Texts.of("banner"));
        hide();
    }

    /** Tells this. */
    public void show(Status how, String words) {
        status = how;
        text = words;
        setToolTipText(words);
        visible(true);
    }

    /** Tells nothing. */
    public void hide() {
        visible(false);
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 100 : widthHint, Look.ROW);
    }

    private void visible(boolean on) {
        setVisible(on);
        if (getLayoutData() instanceof GridData data && data.exclude == on) {
            data.exclude = !on;
            requestLayout();
        }
        redraw();
    }

    private void paint(Event e) {
        Pen pen = new Pen(e.gc, Look.of(this));
        Rectangle area = getClientArea();
        pen.fill(area, status == Status.ERROR ? Tone.ERROR_SURFACE : Tone.WARNING_SURFACE);
        pen.status(status, new Rectangle(Look.MARGIN, 0, 0, area.height));
        pen.text(text, new Rectangle(Look.MARGIN + 20, 0, area.width - 2 * Look.MARGIN - 20, area.height), Tone.TEXT, TextSize.BODY, SWT.LEFT);
    }
}
