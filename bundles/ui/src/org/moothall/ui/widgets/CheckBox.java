package org.moothall.ui.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Tone;
import org.moothall.ui.model.Value;

/** Something to switch on and off, with its words beside it; the desktop's own is hard to see in the dark. */
public final class CheckBox extends Canvas {
    private static final int BOX = 16;
    private static final int GAP = 10;
    private static final int HEIGHT = 28;

    private final String words;
    private final Value<Boolean> value;
    private final Press press;

    /** Shows and changes this value. */
    public CheckBox(Composite parent, String words, Value<Boolean> value) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.words = words;
        this.value = value;
        Look.styleAsParent(this);
        setData("org.moothall.name", words);
        press = new Press(this, ACC.ROLE_CHECKBUTTON, () -> words, () -> {
            value.set(!value.get());
            redraw();
        });
        addListener(SWT.Paint, this::paint);
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        GC gc = new GC(this);
        int width = BOX + GAP + new Pen(gc, Look.of(this)).width(words, TextSize.BODY) + 4;
        gc.dispose();
        return new Point(widthHint == SWT.DEFAULT ? width : widthHint, HEIGHT);
    }

    private void paint(Event e) {
        Pen pen = new Pen(e.gc, Look.of(this));
        e.gc.setBackground(getBackground());
        e.gc.fillRectangle(getClientArea());
        Rectangle box = new Rectangle(2, (HEIGHT - BOX) / 2, BOX, BOX);
        if (value.get()) {
            pen.round(box, Tone.ACCENT, 3);
            pen.icon(Icon.CHECK, new Rectangle(box.x + 1, box.y, BOX - 2, BOX), Tone.ON_ACCENT, BOX - 2);
        } else {
            pen.border(box, press.hovered() ? Tone.TEXT : Tone.MUTED, 3, 1);
        }
        if (isFocusControl()) {
            pen.border(new Rectangle(0, box.y - 2, BOX + 4, BOX + 4), Tone.ACCENT, 4, 2);
        }
        pen.text(words, new Rectangle(BOX + GAP, 0, getSize().x - BOX - GAP, HEIGHT), Tone.TEXT, TextSize.BODY, SWT.LEFT);
    }
}
