package org.moothall.ui.widgets;

import java.util.function.BooleanSupplier;
import org.eclipse.swt.widgets.Control;

/** Redraws what shows the time. For the UI thread only. */
public final class Ticking {
    private static final int SECOND = 1_000;

    private Ticking() {}

    /** Redraws the control each second while it is seen and this is so, until it is gone. */
    public static void redraw(Control control, BooleanSupplier when) {
        control.getDisplay().timerExec(SECOND, () -> {
            if (!control.isDisposed()) {
                if (control.isVisible() && when.getAsBoolean()) {
                    control.redraw();
                }
                redraw(control, when);
            }
        });
    }
}
