package org.moothall.ui.widgets;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.widgets.Control;

/** Says words to those who hear the screen, without moving the focus. */
public final class Announcer {
    private Announcer() {}

    /** The control says this now; its name tells it too from now on. */
    public static void say(Control control, String words) {
        AccessibleName.set(control, words);
        control.getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
    }
}
