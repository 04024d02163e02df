package org.moothall.workbench.internal.handlers;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.moothall.workbench.internal.CurrentSession;
import org.moothall.workbench.internal.OperationsDrawer;

/** Opens the drawer of long work, or closes it. */
public final class OperationsHandler {
    /** Does it. */
    @Execute
    public void execute(OperationsDrawer drawer) {
        drawer.toggle();
    }

    /** Only after sign-in. */
    @CanExecute
    public boolean canExecute(CurrentSession session) {
        return session.signedIn();
    }
}
