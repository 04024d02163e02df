package org.moothall.workbench.internal.handlers;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.moothall.workbench.internal.Toasts;

/** Takes back what the message at the bottom tells of. */
public final class UndoHandler {
    /** Does it. */
    @Execute
    public void execute(Toasts toasts) {
        toasts.act();
    }

    /** Only while there is something to take back. */
    @CanExecute
    public boolean canExecute(Toasts toasts) {
        return toasts.canAct();
    }
}
