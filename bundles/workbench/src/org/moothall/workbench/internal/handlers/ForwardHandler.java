package org.moothall.workbench.internal.handlers;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.moothall.ui.Navigation;
import org.moothall.workbench.internal.CurrentSession;

/** One step forward. */
public final class ForwardHandler {
    /** Does it. */
    @Execute
    public void execute(Navigation navigation) {
        navigation.forward();
    }

    /** Only after sign-in. */
    @CanExecute
    public boolean canExecute(CurrentSession session) {
        return session.signedIn();
    }
}
