package org.moothall.workbench.internal.handlers;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.moothall.ui.Navigation;
import org.moothall.ui.Notices;
import org.moothall.workbench.internal.Addresses;
import org.moothall.workbench.internal.CurrentSession;

/** Copies the address of what is shown. */
public final class CopyAddressHandler {
    /** Does it. */
    @Execute
    public void execute(Navigation navigation, Notices notices) {
        Addresses.copy(navigation.address().get(), notices);
    }

    /** Only after sign-in. */
    @CanExecute
    public boolean canExecute(CurrentSession session) {
        return session.signedIn();
    }
}
