package org.moothall.ui.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.Tone;
import org.moothall.ui.model.Value;

/** A list and the details of what is selected in it, side by side. Esc closes the details; their width is remembered. */
public final class DetailsPane extends Composite {
    private static final int MIN = 320;

    private final Composite list;
    private final Composite details;
    private final Canvas line;
    private final String key;
    private final UserSettings settings;
    private final Value<Boolean> open = new Value<>(false);
    private int width;
    private boolean dragging;

    /** Remembers its width under this key. */
    public DetailsPane(Composite parent, String key, UserSettings settings) {
        super(parent, SWT.NONE);
        this.key = key + ".details-width";
        this.settings = settings;
        width = settings.find(this.key).map(Integer::valueOf).orElse(500);
        Look.style(this, Look.SURFACE);
        list = Look.style(new Composite(this, SWT.NONE), Look.SURFACE);
        list.setLayout(new FillLayout());
        line = Look.style(new Canvas(this, SWT.DOUBLE_BUFFERED), Look.SURFACE);
        details = Look.style(new Composite(this, SWT.NONE), Look.SURFACE);
        details.setLayout(new FillLayout());
        line.setCursor(getDisplay().getSystemCursor(SWT.CURSOR_SIZEWE));
        line.addListener(SWT.Paint, this::paintLine);
        line.addListener(SWT.MouseDown, e -> dragging = true);
        line.addListener(SWT.MouseMove, this::drag);
        line.addListener(SWT.MouseUp, e -> drop());
        addListener(SWT.Resize, e -> arrange());
        open.onChange(now -> arrange());
        Listener escape = this::escape;
        getDisplay().addFilter(SWT.KeyDown, escape);
        addListener(SWT.Dispose, e -> getDisplay().removeFilter(SWT.KeyDown, escape));
        arrange();
    }

    /** Parent of the list; fills. */
    public Composite list() {
        return list;
    }

    /** Parent of the details; fills. */
    public Composite details() {
        return details;
    }

    /** Whether the details are open; setting it opens and closes them. */
    public Value<Boolean> open() {
        return open;
    }

    private void arrange() {
        Rectangle area = getClientArea();
        boolean shown = open.get();
        int right = shown ? Math.max(MIN, Math.min(width, area.width - MIN)) : 0;
        list.setBounds(0, 0, shown ? area.width - right - 1 : area.width, area.height);
        line.setVisible(shown);
        details.setVisible(shown);
        line.setBounds(area.width - right - 1, 0, 5, area.height);
        details.setBounds(area.width - right + 4, 0, Math.max(0, right - 4), area.height);
    }

    private void paintLine(Event e) {
        Pen pen = new Pen(e.gc, Look.of(this));
        pen.fill(line.getClientArea(), Tone.SURFACE);
        pen.fill(new Rectangle(0, 0, 1, line.getSize().y), dragging ? Tone.ACCENT : Tone.HAIRLINE);
    }

    private void drag(Event e) {
        if (dragging) {
            width = Math.max(MIN, getClientArea().width - (line.getLocation().x + e.x));
            arrange();
        }
    }

    private void drop() {
        dragging = false;
        settings.put(key, Integer.toString(width));
        line.redraw();
    }

    private void escape(Event e) {
        if (e.keyCode == SWT.ESC && e.doit && open.get() && isVisible() && e.widget instanceof Control control && inside(control)) {
            open.set(false);
            list.setFocus();
            e.doit = false;
        }
    }

    private boolean inside(Control control) {
        for (Control c = control; c != null; c = c.getParent()) {
            if (c == this) {
                return true;
            }
        }
        return false;
    }
}
