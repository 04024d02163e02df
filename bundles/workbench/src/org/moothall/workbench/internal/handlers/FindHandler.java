package org.moothall.workbench.internal.handlers;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.moothall.workbench.internal.CurrentSession;
import org.moothall.workbench.internal.FindPalette;

/** Opens the palette that finds anything. */
public final class FindHandler {
    /** Does it. */
    @Execute
    public void execute(FindPalette palette) {
        palette.open();
    }

    /** Only after sign-in. */
    @CanExecute
    public boolean canExecute(CurrentSession session) {
        return session.signedIn();
    }
}
