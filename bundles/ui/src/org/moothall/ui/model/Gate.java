package org.moothall.ui.model;

import java.util.concurrent.Executor;

/**
 * Hands tasks on to another executor until it is closed: what was asked for by a page that is gone does not touch its widgets any
 * more. To be closed on the thread on which the tasks run.
 */
public final class Gate implements Executor, AutoCloseable {
    private final Executor behind;
    private boolean closed;

    /** A gate before this executor, in the workbench the UI's. */
    public Gate(Executor behind) {
        this.behind = behind;
    }

    @Override
    @org.eclipse.jdt.annotation.NonNullByDefault({})
    public void execute(Runnable task) {
        behind.execute(() -> {
            if (!closed) {
                task.run();
            }
        });
    }

    @Override
    public void close() {
        closed = true;
    }
}
