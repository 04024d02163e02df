package org.moothall.workbench.internal;

import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.moothall.ui.Notices;
import org.moothall.ui.UiThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages at the bottom of the window that was used last, ten seconds each; long work goes to the operations drawer. */
public final class Toasts implements Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Toasts.class);
    private static final int MILLIS = 10_000;

    private final MApplication application;
    private final UiThread ui;
    private final OperationsModel operations;
    private @Nullable Toast toast;

    Toasts(MApplication application, UiThread ui, OperationsModel operations) {
        this.application = application;
        this.ui = ui;
        this.operations = operations;
    }

    @Override
    public void done(String words) {
        ui.execute(() -> show(new Toast.Says(words, "", Toasts::nothing, false)));
    }

    @Override
    public void done(String words, Runnable undo) {
        ui.execute(() -> show(new Toast.Says(words, Texts.of("undo"), undo, false)));
    }

    @Override
    public void failed(String words, @Nullable Runnable retry) {
        ui.execute(() -> show(new Toast.Says(words, retry == null ? "" : Texts.of("try-again"), retry == null ? Toasts::nothing : retry, true)));
    }

    @Override
    public void failed(String what, Throwable problem, @Nullable Runnable retry) {
        if (Failures.code(problem).isEmpty()) {
            LOG.error("{} failed", what, problem);
        }
        failed(Texts.of("toast.failed", what, Failures.words(problem)), retry);
    }

    @Override
    public Progress working(String words, @Nullable Runnable cancel) {
        return operations.begin(words, cancel);
    }

    /** Whether the message that is shown has a button. */
    public boolean canAct() {
        Toast known = toast;
        return known != null && !known.isDisposed() && !known.says().action().isEmpty();
    }

    /** Does what the button of the message does: Ctrl+Z. */
    public void act() {
        Toast known = toast;
        if (known != null && canAct()) {
            known.act();
        }
    }

    private void show(Toast.Says says) {
        Toast old = toast;
        if (old != null && !old.isDisposed()) {
            old.dispose();
        }
        @Nullable Shell window = window();
        if (window != null) {
            Toast made = new Toast(window, says);
            toast = made;
            made.getDisplay().timerExec(MILLIS, () -> {
                if (!made.isDisposed()) {
                    made.dispose();
                }
            });
        }
    }

    /** The window in use; a sheet's window when a sheet is open. */
    private @Nullable Shell window() {
        @Nullable Shell main = application.getChildren().get(0).getWidget() instanceof Shell shell && !shell.isDisposed() ? shell : null;
        @Nullable Shell active = Display.getCurrent().getActiveShell();
        for (Composite each = active; each instanceof Shell used; each = used.getParent()) {
            if (used.getParent() == null) {
                return used;
            }
        }
        return main;
    }

    private static void nothing() {}
}
