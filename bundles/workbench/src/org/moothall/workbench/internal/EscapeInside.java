package org.moothall.workbench.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/** Esc anywhere inside a panel closes it; ends with the panel. */
final class EscapeInside implements Listener {
    private final Composite panel;
    private final Runnable close;

    private EscapeInside(Composite panel, Runnable close) {
        this.panel = panel;
        this.close = close;
    }

    static void install(Composite panel, Runnable close) {
        EscapeInside listener = new EscapeInside(panel, close);
        Display display = panel.getDisplay();
        display.addFilter(SWT.KeyDown, listener);
        panel.addListener(SWT.Dispose, e -> display.removeFilter(SWT.KeyDown, listener));
    }

    @Override
    @org.eclipse.jdt.annotation.NonNullByDefault({})
    public void handleEvent(Event e) {
        if (e.keyCode == SWT.ESC && e.widget instanceof Control control && !panel.isDisposed() && inside(control)) {
            e.doit = false;
            close.run();
        }
    }

    private boolean inside(Control control) {
        for (Control c = control; c != null; c = c.getParent()) {
            if (c.equals(panel)) {
                return true;
            }
        }
        return false;
    }
}
