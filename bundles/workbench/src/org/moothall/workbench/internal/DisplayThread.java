package org.moothall.workbench.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.moothall.ui.UiThread;

/** The UI thread of a display. */
record DisplayThread(Display display) implements UiThread {
    @Override
    @NonNullByDefault({})
    public void execute(Runnable task) {
        try {
            if (!display.isDisposed()) {
                display.asyncExec(task);
            }
        } catch (SWTException e) {
            if (e.code != SWT.ERROR_DEVICE_DISPOSED) {
                throw e;
            }
        }
    }
}
