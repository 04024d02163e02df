package org.moothall.workbench.internal.handlers;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.moothall.workbench.internal.CurrentSession;
import org.moothall.workbench.internal.WorkbenchDoor;

/** Ends the session and shows the sign-in page. */
public final class SignOutHandler {
    /** Does it. */
    @Execute
    public void execute(WorkbenchDoor door) {
        door.signOut();
    }

    /** Only after sign-in. */
    @CanExecute
    public boolean canExecute(CurrentSession session) {
        return session.signedIn();
    }
}
