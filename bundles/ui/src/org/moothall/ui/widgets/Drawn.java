package org.moothall.ui.widgets;

import java.util.function.BiConsumer;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.moothall.ui.model.Tone;

/** A small thing that pages draw themselves, in the look of all others; with a name for those who hear it, and pressed if wanted. */
public final class Drawn extends Canvas {
    private final Tone behind;
    private final int width;
    private final int height;
    private final BiConsumer<Pen, Rectangle> draws;
    private @Nullable Press press;

    /** Drawn by {@code draws} over {@code behind}; as large as said unless its layout says otherwise. */
    public Drawn(Composite parent, Tone behind, int width, int height, BiConsumer<Pen, Rectangle> draws) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.behind = behind;
        this.width = width;
        this.height = height;
        this.draws = draws;
        Look.style(this, behind.css());
        addListener(SWT.Paint, this::paint);
    }

    /** Reads this name aloud. */
    public Drawn named(String name) {
        AccessibleName.set(this, name);
        return this;
    }

    /** Makes it something to press. @param role one of {@code ACC.ROLE_*} */
    public Drawn pressed(int role, String name, Runnable action) {
        setData("org.moothall.name", name);
        press = new Press(this, role, () -> name, action);
        setCursor(getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        return this;
    }

    /** Whether the pointer is over it and it can be pressed. */
    public boolean hovered() {
        Press pressing = press;
        return pressing != null && pressing.hovered();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? width : widthHint, heightHint == SWT.DEFAULT ? height : heightHint);
    }

    private void paint(Event e) {
        Pen pen = new Pen(e.gc, Look.of(this));
        Rectangle area = getClientArea();
        pen.fill(area, behind);
        if (behind == Tone.SURFACE) {
            pen.fadeWhenStale();
        }
        draws.accept(pen, area);
        if (press != null && isFocusControl()) {
            pen.border(area, Tone.ACCENT, 4, 2);
        }
    }
}
