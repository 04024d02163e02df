package org.moothall.workbench.internal;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.moothall.ui.Notices;

/** Hands addresses of pages to other programs. */
public final class Addresses {
    private Addresses() {}

    /** Puts the address on the clipboard and says so. */
    public static void copy(String address, Notices notices) {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        clipboard.setContents(new Object[] {"moothall:" + address}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
        notices.done(Texts.of("address.copied", "moothall:" + address));
    }
}
