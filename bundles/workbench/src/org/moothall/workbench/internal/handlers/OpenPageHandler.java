package org.moothall.workbench.internal.handlers;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.moothall.workbench.internal.CurrentSession;
import org.moothall.workbench.internal.PageArea;

/** Opens the page at a place of the navigation column (Ctrl+1..9). */
public final class OpenPageHandler {
    /** Does it. */
    @Execute
    public void execute(@Named("org.moothall.workbench.parameter.place") String place, PageArea pages) {
        pages.goToPlace(Integer.parseInt(place));
    }

    /** Only after sign-in. */
    @CanExecute
    public boolean canExecute(CurrentSession session) {
        return session.signedIn();
    }
}
