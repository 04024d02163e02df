package org.moothall.ui.widgets;

import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.moothall.ui.model.Subscription;
import org.moothall.ui.model.Value;

/** What tiles of the Overview have in common. For the UI thread only. */
public final class Tiles {
    private Tiles() {}

    /** One column without margins. */
    public static void column(Composite parent, int spacing) {
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = spacing;
        parent.setLayout(layout);
    }

    /** Runs {@code show} now and, at most five times a second, after changes of this value, until the control is gone. */
    public static void follow(Control control, Value<?> value, Runnable show) {
        AtomicBoolean waiting = new AtomicBoolean();
        Subscription subscription = value.onChange(changed -> {
            if (!control.isDisposed() && waiting.compareAndSet(false, true)) {
                control.getDisplay().timerExec(200, () -> {
                    waiting.set(false);
                    if (!control.isDisposed()) {
                        show.run();
                    }
                });
            }
        });
        control.addListener(SWT.Dispose, e -> subscription.close());
        show.run();
    }

    /** The tile has another height now: its page is laid out anew. */
    public static void resized(Composite content) {
        Composite body = content.getParent().getParent();
        content.layout(true, true);
        body.layout(true, true);
        body.notifyListeners(SWT.Resize, new Event());
    }
}
