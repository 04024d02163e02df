package org.moothall.ui.widgets;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Tone;

/** A button: words, an icon, or both. One kind for each weight of action. */
public final class ActionButton extends Canvas {
    /** How much it wants to be pressed. */
    public enum Kind {
        /** The one thing to do here. */
        PRIMARY,
        /** Something to do here. */
        NORMAL,
        /** In bars: no border until the pointer is there. */
        QUIET,
        /** Ends or removes something. */
        DANGER
    }

    private static final int PADDING = 12;

    private final Kind kind;
    private final Press press;
    private final boolean iconOnly;
    private String name;
    private String text;
    private @Nullable Icon icon;
    private boolean menu;
    private boolean on;

    /** A button that runs {@code action} on the UI thread. {@code called} is read aloud and is the tooltip of a button without text. */
    public ActionButton(Composite parent, Kind kind, String called, @Nullable Icon icon, boolean iconOnly, Runnable action) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.kind = kind;
        Look.styleAsParent(this);
        this.iconOnly = iconOnly;
        this.name = called;
        this.text = iconOnly ? "" : called;
        this.icon = icon;
        press = new Press(this, ACC.ROLE_PUSHBUTTON, () -> this.name, () -> {
            if (isEnabled()) {
                action.run();
            }
        });
        if (iconOnly) {
            setToolTipText(called);
        }
        setData("org.moothall.name", called);
        addListener(SWT.Paint, e -> paint(e.gc));
    }

    /** A button of words. */
    public static ActionButton of(Composite parent, Kind kind, String text, Runnable action) {
        return new ActionButton(parent, kind, text, null, false, action);
    }

    /** A quiet button of an icon. */
    public static ActionButton icon(Composite parent, Icon icon, String name, Runnable action) {
        return new ActionButton(parent, Kind.QUIET, name, icon, true, action);
    }

    /** Shows that it opens a menu. */
    public ActionButton opensMenu() {
        menu = true;
        return this;
    }

    /** Other words; read aloud instead of the name, unless it was made as a button of an icon. */
    public void text(String words) {
        if (!text.equals(words)) {
            text = words;
            if (!iconOnly) {
                name = words;
                setData("org.moothall.name", words);
            }
            requestLayout();
            redraw();
        }
    }

    /** Another name, read aloud and shown as tooltip: what a button of an icon does now. */
    public void name(String called) {
        name = called;
        setToolTipText(called);
        setData("org.moothall.name", called);
    }

    /** Whether what it switches is on. */
    public void on(boolean now) {
        if (on != now) {
            on = now;
            redraw();
        }
    }

    /** Another icon. */
    public void icon(Icon other) {
        icon = other;
        redraw();
    }

    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        redraw();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        int width = 0;
        if (!text.isEmpty()) {
            GC gc = new GC(this);
            width = new Pen(gc, Look.of(this)).width(text, TextSize.BODY) + 2 * PADDING;
            gc.dispose();
        }
        if (icon != null) {
            width += text.isEmpty() ? Look.CONTROL : Look.ICON;
        }
        if (menu) {
            width += 12;
        }
        return new Point(widthHint == SWT.DEFAULT ? width : widthHint, heightHint == SWT.DEFAULT ? Look.CONTROL : heightHint);
    }

    private void paint(GC gc) {
        Look look = Look.of(this);
        Pen pen = new Pen(gc, look);
        Rectangle area = getClientArea();
        boolean live = isEnabled();
        gc.setBackground(getParent().getBackground());
        gc.fillRectangle(area);
        Tone fill = fill();
        if (fill != null && live) {
            pen.round(area, fill, 4);
        }
        if (kind == Kind.NORMAL || kind == Kind.DANGER || (!live && kind == Kind.PRIMARY)) {
            pen.border(area, live ? Tone.BORDER : Tone.HAIRLINE, 4, 1);
        }
        if (isFocusControl()) {
            pen.border(area, kind == Kind.PRIMARY ? Tone.TEXT : Tone.ACCENT, 4, 2);
        }
        Tone ink = live ? ink() : Tone.MUTED;
        if (!live) {
            gc.setAlpha(150);
        }
        content(pen, area, ink);
        gc.setAlpha(255);
    }

    private void content(Pen pen, Rectangle area, Tone ink) {
        int tail = menu ? 12 : 0;
        if (text.isEmpty()) {
            pen.icon(icon, new Rectangle(area.x + (area.width - tail - Look.ICON) / 2, area.y, Look.ICON, area.height), ink, Look.ICON);
        } else {
            int head = icon == null ? 0 : Look.ICON;
            pen.icon(icon, new Rectangle(area.x + 8, area.y, Look.ICON, area.height), ink, Look.ICON);
            pen.text(text, new Rectangle(area.x + PADDING + head, area.y, area.width - 2 * PADDING - head - tail, area.height), ink, TextSize.BODY,
                    head + tail == 0 ? SWT.CENTER : SWT.LEFT);
        }
        if (menu) {
            pen.icon(Icon.CHEVRON_DOWN, new Rectangle(area.x + area.width - 20, area.y, 12, area.height), ink, 12);
        }
    }

    private @Nullable Tone fill() {
        if (kind == Kind.PRIMARY) {
            return press.hovered() ? Tone.ACCENT_HOVER : Tone.ACCENT;
        }
        if (on) {
            return Tone.SELECTION;
        }
        return press.hovered() ? press.down() ? Tone.SELECTION : Tone.HOVER : kind == Kind.QUIET ? null : Tone.RAISED;
    }

    private Tone ink() {
        return switch (kind) {
            case PRIMARY -> Tone.ON_ACCENT;
            case DANGER -> Tone.ERROR;
            case NORMAL -> Tone.TEXT;
            case QUIET -> text.isEmpty() ? Tone.MUTED : Tone.TEXT;
        };
    }
}
