package org.moothall.ui.widgets;

import java.time.Duration;
import org.eclipse.swt.widgets.Display;
import org.moothall.ui.model.Later;
import org.moothall.ui.model.Subscription;

/** Runs things later on the thread of a display. */
public record DisplayLater(Display display) implements Later {
    @Override
    public Subscription in(Duration delay, Runnable task) {
        boolean[] closed = new boolean[1];
        display.timerExec(Math.toIntExact(delay.toMillis()), () -> {
            if (!closed[0]) {
                task.run();
            }
        });
        return () -> closed[0] = true;
    }
}
